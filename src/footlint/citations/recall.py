"""Titles in plain words that other notes of the chapter prove: “Zimin A. A., Oprichnina.” is a citation there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from footlint.citations.model import Citation, Element, Remark
from footlint.citations.phrases import Atom
from footlint.citations.signs import WORDS
from footlint.source import Source, Span

#: A shorter title, or one of a single word behind a lone surname, may stand in any sentence.
_SHORTEST = 8
#: What stands between an author and a title: “, ”, “: ”, “. ”.
_LONGEST_GAP = 3

#: A title as it is cited, by the name and the sign that stand before it.
Known = dict[str, tuple[str, ...]]


def known_titles(parses: Iterable[tuple[Element, ...]], source: Source) -> Known:
    """The plain titles of a chapter by what stands before them: the author in full, or the surname."""
    found: dict[str, dict[str, None]] = {}
    for elements in parses:
        for citation in elements:
            if not isinstance(citation, Citation) or citation.title is None or citation.title.style != "plain":
                continue
            title = citation.title.text.text
            if len(title) < _SHORTEST or not citation.authors:
                continue
            first, last = citation.authors[0], citation.authors[-1]
            gap = source.slice(Span(last.text.span.end, citation.title.text.span.start))
            if not 0 < len(gap) <= _LONGEST_GAP:
                continue
            if " " in title or first.given:
                found.setdefault(source.slice(Span(first.text.span.start, last.text.span.end)) + gap, {})[title] = None
            if first is last and first.surname is not None and " " in title:
                found.setdefault(first.surname.text + gap, {})[title] = None
    return {lead: tuple(sorted(titles, key=len, reverse=True)) for lead, titles in found.items()}


def recalled(elements: tuple[Element, ...], known: Known, source: Source) -> tuple[str, ...]:
    """The known titles that stand behind their authors where a first reading has not seen them."""
    if not any(isinstance(one, Remark) for one in elements):
        return tuple(_behind_names(elements, known))
    text = source.slice(Span(elements[0].span.start, max(one.span.end for one in elements)))
    seen = {one.title.text.text for one in elements if isinstance(one, Citation) and one.title is not None}
    found = [
        title
        for lead, titles in known.items()
        if lead in text
        for title in titles
        if title not in seen and lead + title in text
    ]
    return (*found, *_behind_names(elements, known))


def _behind_names(elements: tuple[Element, ...], known: Known) -> Iterator[str]:
    """What stands behind the colon of a title that is a name and a title: “Zimin: Oprichnina Ivana”."""
    for one in elements:
        if not isinstance(one, Citation) or one.authors or one.title is None or one.title.style != "plain":
            continue
        _, colon, rest = one.title.text.text.partition(": ")
        if colon and " " in rest and any(title.startswith(rest) for titles in known.values() for title in titles):
            yield rest


def gathered(row: list[Atom], text: str, titles: Iterable[str]) -> list[Atom]:
    """The row with each of the titles as one atom, as if it were set in italics."""
    for title in titles:
        start = text.find(title)
        end = start + len(title)
        inside = [at for at, atom in enumerate(row) if start <= atom.start and atom.end <= end]
        if start < 0 or not inside:
            continue
        words = [Atom("TITLE_WORD", one.start, one.end, one.text) for one in row if _is_word(one, start, end)]
        atom = Atom("emph", start, end, title, inner=words)
        row = [*row[: inside[0]], atom, *row[inside[-1] + 1 :]]
    return row


def _is_word(atom: Atom, start: int, end: int) -> bool:
    return start <= atom.start and atom.end <= end and atom.kind in WORDS
