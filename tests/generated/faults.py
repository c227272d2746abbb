"""Faults put into notes, each with the codes that may report it and the places where."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from footlint.romanization import romanize
from generated.notes import Cite, Note
from generated.page import Key, Spot
from generated.styles import Style

TRANSLITERATION = ("TR001", "TR002", "TR003", "TR004", "TR005", "CT003", "CT005")


#: Letters of a word in which one may be lost, and citations of a work that show its title.
_LONG, _SEVERAL = 9, 4


class Fault(NamedTuple):
    """One injected fault."""

    what: str
    codes: tuple[str, ...]
    keys: tuple[Key, ...]


class Setting(NamedTuple):
    """What the faults may depend on."""

    rng: random.Random
    notes: list[Note]
    style: Style
    system: str
    other: str
    markdown: bool


Injector = Callable[[Setting, int], "Fault | None"]


def inject(setting: Setting, many: int, kinds: tuple[str, ...] = ()) -> list[Fault]:
    """Put so many faults into notes that stand apart from each other."""
    rng, touched, out = setting.rng, set[int](), []
    names = list(kinds or FAULTS)
    for _ in range(many * 30):
        if len(out) == many:
            break
        kind = rng.choice(names)
        at = rng.randrange(3, len(setting.notes) - 2)
        if any(near in touched for near in range(at - 2, at + 3)):
            continue
        fault = FAULTS[kind](setting, at)
        if fault is not None:
            touched.add(at)
            out.append(fault)
    return out


def _plain(setting: Setting, at: int) -> Note | None:
    note = setting.notes[at]
    return note if note.cites and not note.ibid else None


def _drop_note(setting: Setting, at: int) -> Fault:
    setting.notes[at].written = False
    return Fault("drop-note", ("FN001",), (("marker", at),))


def _drop_marker(setting: Setting, at: int) -> Fault:
    setting.notes[at].marked = False
    return Fault("drop-marker", ("FN002",), (("label", at),))


def _gap(setting: Setting, at: int) -> Fault:
    for note in setting.notes[at:]:
        note.label += 1
        note.called += 1
    return Fault("gap", ("FN003",), (("label", at), ("marker", at)))


def _duplicate_number(setting: Setting, at: int) -> Fault:
    setting.notes[at].label = setting.notes[at - 1].label
    return Fault("duplicate-number", ("FN004", "FN001", "FN007"), (("label", at), ("marker", at), ("label", at - 1)))


def _swap_markers(setting: Setting, at: int) -> Fault:
    one, two = setting.notes[at], setting.notes[at + 1]
    one.called, two.called = two.called, one.called
    return Fault("swap-markers", ("FN006",), (("marker", at), ("marker", at + 1)))


def _empty_note(setting: Setting, at: int) -> Fault:
    setting.notes[at].empty = True
    return Fault("empty-note", ("FN009",), (("label", at), ("empty", at)))


def _early_marker(setting: Setting, at: int) -> Fault:
    setting.notes[at].early = True
    return Fault("early-marker", ("FN010",), (("marker", at),))


def _no_prefix(setting: Setting, at: int) -> Fault | None:
    note = _plain(setting, at)
    if note is None or setting.style.prefix is None:
        return None
    note.cites[0].prefixed = False
    return Fault("no-prefix", ("PG002",), (("pages", at, 0),))


def _no_pages(setting: Setting, at: int) -> Fault | None:
    note = _plain(setting, at)
    if note is None or len(note.cites) > 1 or (note.cites[0].full and note.cites[0].source.journal):
        return None
    if setting.style.short.startswith("{author} {year}"):
        return None
    note.cites[0].paged = False
    return Fault("no-pages", ("PG001",), (("author", at, 0), ("title", at, 0)))


def _p_for_pp(setting: Setting, at: int) -> Fault | None:
    note = setting.notes[at]
    if not note.cites or setting.style.prefix is None or len(set(setting.style.prefix)) == 1:
        return None
    note.cites[0].other_prefix = True
    return Fault("p-for-pp", ("PG003",), (("prefix", at, 0), ("pages", at, 0)))


def _ranged(setting: Setting, at: int) -> Cite | None:
    note = setting.notes[at]
    if not note.cites or (note.cites[0].full and note.cites[0].source.journal):
        return None
    cite = note.cites[0]
    return cite if cite.pages[0] < cite.pages[1] else None


def _reversed(setting: Setting, at: int) -> Fault | None:
    cite = _ranged(setting, at)
    if cite is None or setting.style.condensed:
        return None
    cite.pages = cite.pages[::-1]
    return Fault("reversed", ("PG004",), (("pages", at, 0),))


def _hyphen(setting: Setting, at: int) -> Fault | None:
    cite = _ranged(setting, at)
    if cite is None or setting.style.dash == "-":
        return None
    cite.hyphen = True
    return Fault("hyphen", ("PG006",), (("pages", at, 0),))


def _outside(setting: Setting, at: int) -> Fault | None:
    note = _plain(setting, at)
    if note is None or note.cites[0].full or not note.cites[0].source.journal:
        return None
    cite = note.cites[0]
    page = cite.source.whole[1] + setting.rng.randint(14, 60)
    cite.pages = (page, page + setting.rng.randint(0, 5))
    return Fault("outside", ("PG008",), (("pages", at, 0),))


def _off_author(setting: Setting, at: int) -> Fault | None:
    note = _plain(setting, at)
    if note is None or not note.cites[0].source.work.russian:
        return None
    surname = note.cites[0].source.work.authors[0].surname
    ours, theirs = romanize(surname, setting.system), romanize(surname, setting.other)
    if ours == theirs:
        return None
    note.cites[0].author_system = setting.other
    return Fault(f"off-author: {ours} -> {theirs}", TRANSLITERATION, (("author", at, 0),))


def _off_title(setting: Setting, at: int) -> Fault | None:
    note = _plain(setting, at)
    if note is None or not note.cites[0].source.work.russian or "{title}" not in setting.style.short:
        return None
    for place, word in enumerate(note.cites[0].source.work.title.split(" ")):
        ours, theirs = romanize(word, setting.system), romanize(word, setting.other)
        if len(word) > 4 and ours != theirs:
            note.cites[0].title_system = (place, setting.other)
            return Fault(f"off-title: {ours} -> {theirs}", TRANSLITERATION, (("title", at, 0),))
    return None


def _homoglyph(setting: Setting, at: int) -> Fault | None:
    note = _plain(setting, at)
    if note is None or not note.cites[0].source.work.russian:
        return None
    surname = romanize(note.cites[0].source.work.authors[0].surname, setting.system)
    if not any(letter in "aeopcxy" for letter in surname[1:]) or setting.style.capitals:
        return None
    note.cites[0].homoglyph = True
    return Fault("homoglyph", ("TR006",), (("author", at, 0),))


def _ibid_after_two(setting: Setting, at: int) -> Fault | None:
    note, before = setting.notes[at], setting.notes[at - 1]
    if len(before.cites) < 2 or not note.cites or note.cites[0].full or len(note.cites) > 1 or note.ibid:
        return None
    if len(setting.notes[at + 1].cites) == 1 and setting.notes[at + 1].ibid:
        return None
    note.ibid = True
    note.cites[0] = Cite(before.cites[1].source, before.cites[1].pages)
    return Fault("ibid-after-two", ("CT002", "CT001"), (("ibid", at, 0),))


def _slip(setting: Setting, at: int) -> Fault | None:
    note = _plain(setting, at)
    if note is None or not note.cites[0].source.work.russian or "{title}" not in setting.style.short:
        return None
    words = note.cites[0].source.work.title.split(" ")
    longest = max(range(len(words)), key=lambda place: len(words[place]))
    # the work is cited with its own title as well
    twins = [one for other in setting.notes for one in other.cites if one.source is note.cites[0].source]
    if len(words[longest]) < _LONG or len(twins) < _SEVERAL:
        return None
    note.cites[0].slip = longest
    return Fault("slip", ("CT003", "TR001", "TR004", "TR002", "TR003"), (("title", at, 0),))


def _no_stop(setting: Setting, at: int) -> Fault | None:
    note = _plain(setting, at)
    if note is None or not note.cites[0].source.work.authors[-1].given.endswith("."):
        return None
    if (setting.style.name if note.cites[0].full else setting.style.short_name) == "surname":
        return None
    note.cites[0].unstopped = True
    return Fault("no-stop", ("CT014", "CT005"), (("author", at, 0),))


def _other_year(setting: Setting, at: int) -> Fault | None:
    note = _plain(setting, at)
    if note is None or note.cites[0].full or note.cites[0].source.journal or len(note.cites) > 1:
        return None
    note.cites[0].full = True
    note.cites[0].year = note.cites[0].source.year + setting.rng.choice((-10, -1, 1, 10))
    return Fault("other-year", ("CT004",), (("author", at, 0), ("title", at, 0), ("year", at, 0)))


def _bad_date(setting: Setting, at: int) -> Fault | None:
    note = setting.notes[at]
    if not note.text.startswith("*"):
        return None
    note.text = re.sub(r"\d+\.\d+\.", "31.2.", note.text)
    return Fault("bad-date", ("CT009",), (("text", at),))


def _see_stop(setting: Setting, at: int) -> Fault | None:
    note = setting.notes[at]
    if not note.see or not note.cites or setting.style.see[-1] in ".:":
        return None
    note.stopped = True
    return Fault("see-stop", ("CT010",), (("signal", at),))


def _dangling(setting: Setting, at: int) -> Fault | None:
    note = setting.notes[at]
    if note.refers is None or setting.notes[0].label > 1:
        return None
    note.dangling = len(setting.notes) + 40
    return Fault("dangling", ("FN015",), (("text", at),))


FAULTS: dict[str, Injector] = {
    "drop-note": _drop_note,
    "drop-marker": _drop_marker,
    "gap": _gap,
    "duplicate-number": _duplicate_number,
    "swap-markers": _swap_markers,
    "empty-note": _empty_note,
    "early-marker": _early_marker,
    "no-prefix": _no_prefix,
    "no-pages": _no_pages,
    "p-for-pp": _p_for_pp,
    "reversed": _reversed,
    "hyphen": _hyphen,
    "outside": _outside,
    "off-author": _off_author,
    "off-title": _off_title,
    "homoglyph": _homoglyph,
    "ibid-after-two": _ibid_after_two,
    "slip": _slip,
    "no-stop": _no_stop,
    "other-year": _other_year,
    "bad-date": _bad_date,
    "see-stop": _see_stop,
    "dangling": _dangling,
}


def places(fault: Fault, spots: dict[Key, list[Spot]]) -> Iterator[Spot]:
    """Where a fault stands in the written chapter."""
    for key in fault.keys:
        yield from spots.get(key, ())
