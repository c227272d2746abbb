"""The notes of a generated chapter: what each cites, and how that is written."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, field

from footlint.romanization import romanize
from generated.library import FOREIGN, JOURNALS, PUBLISHERS, RUSSIAN, Work
from generated.page import Key, Page
from generated.sentences import AFTERTHOUGHTS, REMARKS
from generated.styles import PLACES, Style

Pages = tuple[int, int]


@dataclass
class Source:
    """A work as this chapter knows it: its imprint, and whether it is an article."""

    work: Work
    year: int
    place: int
    publisher: str
    number: int
    volume: int
    journal: str = ""
    whole: Pages = (0, 0)


@dataclass
class Cite:
    """One citation; the fields below `full` are faults."""

    source: Source
    pages: Pages
    full: bool = False
    prefixed: bool = True
    other_prefix: bool = False
    hyphen: bool = False
    paged: bool = True
    author_system: str | None = None
    title_system: tuple[int, str] | None = None
    homoglyph: bool = False
    slip: int | None = None
    unstopped: bool = False
    year: int | None = None


@dataclass
class Note:
    """A note: its citations, or a text; `ibid` repeats the work of the note before."""

    cites: list[Cite] = field(default_factory=list)
    text: str = ""
    ibid: bool = False
    see: bool = False
    stopped: bool = False
    remark: str = ""
    refers: Note | None = None
    dangling: int = 0
    label: int = 0
    called: int = 0
    written: bool = True
    marked: bool = True
    empty: bool = False
    early: bool = False


def sources(rng: random.Random, *, russian: int, foreign: int) -> list[Source]:
    out = []
    for work in [*rng.sample(RUSSIAN, russian), *rng.sample(FOREIGN, foreign)]:
        source = Source(
            work,
            rng.randint(1961, 2016),
            rng.randrange(4),
            work.publisher or rng.choice(PUBLISHERS),
            rng.randint(1, 12),
            rng.randint(13, 70),
        )
        if work.journal or (work.russian and rng.random() < 0.3):
            start = rng.randint(3, 160)
            source.journal = work.journal or rng.choice(JOURNALS)
            source.whole = (start, start + rng.randint(9, 38))
        out.append(source)
    return out


def notes(rng: random.Random, pool: list[Source], many: int, system: str, *, ibid: bool) -> list[Note]:
    """Notes that cite the sources, first in full, then short, with ibid. only after one work."""
    out: list[Note] = []
    known: set[int] = set()
    for _ in range(many):
        before = out[-1] if out else None
        roll = rng.random()
        if roll < 0.02 and len(out) > 3:
            out.append(Note(refers=out[rng.randrange(3)]))
        elif roll < 0.1:
            out.append(Note(text=rng.choice(REMARKS)))
        elif roll < 0.15:
            out.append(Note(text=_archive(rng)))
        elif roll < 0.18:
            paper = rng.choice((romanize("Труд", system), romanize("Красная звезда", system), "The Times"))
            out.append(Note(text=f"*{paper}*, {_day(rng)}."))
        elif ibid and roll < 0.36 and before is not None and len(before.cites) == 1:
            source = before.cites[0].source
            out.append(Note([Cite(source, _pages(rng, source))], ibid=True))
        else:
            unknown = [source for source in pool if id(source) not in known]
            new = bool(unknown) and (len(known) < 2 or rng.random() < 0.5)
            source = rng.choice(unknown if new else [one for one in pool if id(one) in known])
            cites = [Cite(source, _pages(rng, source), full=new)]
            known.add(id(source))
            others = [one for one in pool if id(one) in known and one is not source]
            if not new and others and rng.random() < 0.15:
                other = rng.choice(others)
                cites.append(Cite(other, _pages(rng, other)))
            out.append(Note(cites, see=rng.random() < 0.15, remark=rng.choice(AFTERTHOUGHTS) * (rng.random() < 0.08)))
    return out


def _archive(rng: random.Random) -> str:
    archive = rng.choice(("RGASPI", "GARF", "RGVA", "TsGA SPb"))
    fond, inventory = rng.randint(2, 900), rng.randint(1, 20)
    return f"{archive}, f. {fond}, op. {inventory}, d. {rng.randint(2, 990)}, l. {rng.randint(2, 200)}."


def _day(rng: random.Random) -> str:
    return f"{rng.randint(1, 28)}.{rng.randint(1, 12)}.{rng.randint(1921, 1939)}"


def _pages(rng: random.Random, source: Source) -> Pages:
    low, high = source.whole if source.journal else (5, 380)
    first = rng.randint(low, high)
    last = first if rng.random() < 0.45 else min(high, first + rng.randint(1, 9))
    return first, last


class Writer:
    """Writes notes in a style and a system."""

    def __init__(self, style: Style, system: str) -> None:
        self.style = style
        self.system = system

    def write(self, page: Page, note: Note, key: int) -> None:
        if note.empty:
            page.write("", ("empty", key))
            return
        if note.text:
            page.write(note.text, ("text", key))
            return
        if note.refers is not None:
            page.write(self.style.cross.format(note.dangling or note.refers.label), ("text", key))
            return
        if note.see:
            page.write(f"{self.style.see}." if note.stopped else self.style.see, ("signal", key))
            page.write(" ")
        for at, cite in enumerate(note.cites):
            if at:
                page.write(self.style.also)
            self._cite(page, cite, (key, at), ibid=note.ibid, last=at + 1 == len(note.cites))
        page.write(f" {note.remark}" if note.remark else "")

    def _cite(self, page: Page, cite: Cite, key: Key, *, ibid: bool, last: bool) -> None:
        template = self._template(cite, ibid=ibid).replace("*{title}*", "{title*}")
        pieces = re.split(r"(\{[\w*]+\})", template)
        tail = pieces.pop()
        for at, piece in enumerate(pieces):
            if piece.startswith("{"):
                self._field(page, cite, piece[1:-1], key)
                continue
            rest = piece
            if at == 0 and ibid:
                word = piece.rstrip(" ,")
                page.write(word, ("ibid", *key))
                rest = piece[len(word) :]
            bare = not cite.paged and pieces[at + 1] == "{pages}"
            page.write(rest.rstrip(" ,:.") if bare else rest)
        page.write(tail if last else tail.removesuffix("."))

    def _template(self, cite: Cite, *, ibid: bool) -> str:
        style, article = self.style, bool(cite.source.journal)
        if ibid:
            return style.ibid
        if cite.full:
            return style.article if article else style.book
        return style.short_article if article else style.short

    def _field(self, page: Page, cite: Cite, name: str, key: Key) -> None:
        source = cite.source
        if name in {"author", "title", "title*"}:
            field = self._author(cite) if name == "author" else self._title(cite)
            page.write(f"*{field}*" if name == "title*" else field, (name.rstrip("*"), *key))
        elif name == "ibid":
            page.write(romanize("Там же", self.system), ("ibid", *key))
        elif name in {"pages", "range"}:
            if cite.paged:
                self._pages(page, source.whole if name == "range" else cite.pages, cite, key)
        elif name == "year":
            page.write(str(cite.year or source.year), ("year", *key))
        else:
            page.write(self._imprint(source, name))

    def _imprint(self, source: Source, name: str) -> str:
        work = source.work
        if name in {"place", "city"}:
            return work.place or PLACES[self.style.places][source.place]
        if name == "publisher":
            return source.publisher if not work.russian else romanize(source.publisher, self.system)
        if name == "journal":
            return source.journal if not work.russian else romanize(source.journal, self.system)
        return str(getattr(source, name))

    def _pages(self, page: Page, pages: Pages, cite: Cite, key: Key) -> None:
        style = self.style
        several = pages[0] != pages[1]
        if style.prefix is not None and cite.prefixed:
            page.write(style.prefix[several is not cite.other_prefix], ("prefix", *key))
        if style.prefix is None and cite.other_prefix:
            page.write("pp. " if several else "p. ", ("prefix", *key))
        dash = "-" if cite.hyphen else style.dash
        last = _condensed(*pages) if style.condensed and pages[0] < pages[1] else str(pages[1])
        page.write(f"{pages[0]}{dash}{last}" if several else str(pages[0]), ("pages", *key))

    def _author(self, cite: Cite) -> str:
        shape = self.style.name if cite.full else self.style.short_name
        work = cite.source.work
        names = []
        for author in work.authors:
            given, surname = author.given, author.surname
            if shape == "surname-first":
                given = " ".join(f"{one[0]}." for one in re.findall(r"\w[\w.'-]*", given))
            if work.russian:
                system = cite.author_system or self.system
                given, surname = romanize(given, system), romanize(surname, system)
            if self.style.capitals:
                surname = surname.upper()
            if cite.unstopped:
                given = given.rstrip(".")
            if cite.homoglyph:
                surname = _homoglyphs(surname)
            names.append(
                {
                    "initials-first": f"{given} {surname}",
                    "surname-first": f"{surname} {given}",
                    "surname-comma": f"{surname}, {given}",
                    "surname": surname,
                }[shape]
            )
        return self.style.joiner.join(names)

    def _title(self, cite: Cite) -> str:
        work = cite.source.work
        if not work.russian:
            return work.title
        words = work.title.split(" ")
        out = [romanize(word, self.system) for word in words]
        if cite.title_system is not None:
            at, system = cite.title_system
            out[at] = romanize(words[at], system)
        if cite.slip is not None:
            word = out[cite.slip]
            out[cite.slip] = word[: len(word) // 2] + word[len(word) // 2 + 1 :]
        return " ".join(out)


def _condensed(first: int, last: int) -> str:
    a, b = str(first), str(last)
    if len(a) != len(b):
        return b
    keep = next(i for i in range(len(a)) if a[i] != b[i])
    return b[max(0, min(keep, len(b) - 2)) :] if b[-2:-1] == "1" else b[keep:]


_LOOKALIKE = str.maketrans("aeopcxyAEOPCXTMKHB", "аеорсхуАЕОРСХТМКНВ")


def _homoglyphs(surname: str) -> str:
    at = next((i for i, c in enumerate(surname) if i and c.translate(_LOOKALIKE) != c), 0)
    return surname[:at] + surname[at].translate(_LOOKALIKE) + surname[at + 1 :]
