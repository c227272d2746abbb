"""Whole generated chapters: sentences, markers, pages, notes, and the labels of the faults in them."""

from __future__ import annotations

import random
from typing import NamedTuple

from generated.faults import Fault, Setting, inject, places
from generated.notes import Note, Writer, notes, sources
from generated.page import Page, Spot
from generated.sentences import SENTENCES
from generated.styles import STYLES

#: The systems chapters are written in, with the share each has.
SYSTEMS = {
    "ala-lc": 6, "bgn-pcgn": 6, "popular": 5, "czech": 5, "scholarly": 4, "german": 4, "iso-9": 3, "modified-lc": 3,
    "bgn-pcgn-simplified": 3, "ala-lc-marks": 3, "french": 3, "polish": 2, "gost-7.79-b": 2, "bs-2979-plain": 2,
    "scientific": 2, "iso-9-1968": 1, "popular-ei": 1, "wikipedia": 1, "czech-popular": 1, "gost-52290": 1,
    "italian": 1,
}  # fmt: skip
_NATIVE = {
    "plain-colons": "german",
    "german": "german",
    "french": "french",
    "czech": "czech",
    "polish": "polish",
    "italian": "italian",
}
FORMS = ("md-pages", "md-end", "txt-foot", "txt-foot-broken", "txt-end", "txt-end-brackets")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


class Chapter(NamedTuple):
    """A written chapter and the faults in it with their places."""

    name: str
    text: str
    faults: tuple[tuple[Fault, tuple[Spot, ...]], ...]


def chapter(seed: int, *, clean: bool = False) -> Chapter:
    """The chapter of a seed."""
    rng = random.Random(seed)
    system = rng.choices(list(SYSTEMS), list(SYSTEMS.values()))[0]
    style = rng.choice([one for one in STYLES if one not in _NATIVE or system in {_NATIVE[one], "scholarly"}])
    if system in _NATIVE and rng.random() < 0.5:
        style = _NATIVE[system]
    # a backtick is a letter there, but quotes code in Markdown
    form = rng.choice([one for one in FORMS if system != "gost-7.79-b" or one.startswith("txt")])
    start = 1 if rng.random() < 0.7 else rng.randint(90, 220)
    pool = sources(rng, russian=rng.randint(6, 14), foreign=rng.randint(1, 4))
    many = rng.randint(26, 44)
    listed = notes(rng, pool, many, system, ibid=rng.random() < 0.85)
    for number, note in enumerate(listed, start):
        note.label = note.called = number
    other = rng.choice([one for one in SYSTEMS if one != system])
    setting = Setting(rng, listed, STYLES[style], system, other, form.startswith("md"))
    faults = [] if clean else inject(setting, rng.randint(2, 5))
    page = Page()
    _body(rng, page, listed, form, Writer(STYLES[style], system), before=STYLES[style].marker_before)
    kind = "clean" if clean else "fault"
    ending = "md" if form.startswith("md") else "txt"
    return Chapter(
        f"{seed:03d}-{kind}-{system}-{style}-{form}.{ending}",
        page.text,
        tuple((fault, tuple(places(fault, page.spots))) for fault in faults),
    )


def _body(rng: random.Random, page: Page, listed: list[Note], form: str, writer: Writer, *, before: bool) -> None:
    page.write("# A chapter\n\n" if form.startswith("md") else f"{rng.randint(1, 9)}. A chapter\n\n")
    at = 0
    while at < len(listed):
        count = min(rng.randint(3, 8), len(listed) - at)
        run = range(at, at + count)
        broken = form == "txt-foot-broken" and at + count < len(listed)
        _paragraphs(rng, page, listed, run, form, before=before)
        rest = ""
        if broken:
            words = rng.choice(SENTENCES).split()
            cut = len(words) // 2
            page.write(" " + " ".join(words[:cut]))
            rest = " ".join(words[cut:]) + " "
        page.write("\n\n")
        if form in {"md-pages", "txt-foot", "txt-foot-broken"}:
            _notes(page, listed, run, form, writer)
        page.write(rest)
        at += count
    if form in {"md-end", "txt-end", "txt-end-brackets"}:
        page.write("# Notes\n\n" if form == "md-end" else "Notes\n\n")
        _notes(page, listed, range(len(listed)), form, writer)


def _paragraphs(rng: random.Random, page: Page, listed: list[Note], run: range, form: str, *, before: bool) -> None:
    for at in run:
        note = listed[at]
        for _ in range(rng.randint(0, 3)):
            page.write(rng.choice(SENTENCES) + " ")
        sentence = rng.choice([one for one in SENTENCES if one.endswith(".")])
        early = before is not note.early
        page.write(sentence[:-1] if early else sentence)
        if note.marked:
            page.write(_marker(note.called, form), ("marker", at))
        page.write("." if early else "")
        if at != run[-1]:
            page.write("\n\n" if rng.random() < 0.35 else " ")


def _marker(number: int, form: str) -> str:
    if form.startswith("md"):
        return f"[^{number}]"
    if form == "txt-end-brackets":
        return f"[{number}]"
    return str(number).translate(_RAISED)


def _notes(page: Page, listed: list[Note], run: range, form: str, writer: Writer) -> None:
    for at in run:
        note = listed[at]
        if not note.written:
            continue
        label, after = {
            "md-pages": (f"[^{note.label}]:", " "),
            "md-end": (f"[^{note.label}]:", " "),
            "txt-end": (f"{note.label}.", " "),
            "txt-end-brackets": (f"[{note.label}]", " "),
        }.get(form, (str(note.label), " "))
        page.write(label, ("label", at))
        page.write("" if note.empty else after)
        writer.write(page, note, at)
        page.write("\n\n")
