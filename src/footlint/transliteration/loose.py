"""Russian outside the fields of citations: in brackets, quotation marks or italics of a note, and in remarks."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from footlint.expressions import expression
from footlint.facts import NoteFact
from footlint.source import Span
from footlint.suspicion import looks_russian, words
from footlint.transliteration.words import Occurrence

#: What is set apart from the running text of a note; short enough to be a title or a term.
_SET_APART = expression(
    r"\(([^()\n]{4,160})\)|“([^”\n]{4,160})”|\"([^\"\n]{4,160})\"|‘([^’\n]{4,160})’|«([^»\n]{4,160})»"
    "|\ue000([^\ue000\ue001\n]{4,160})\ue001"
)
_SHORTEST_NAME = 4


class Taken:
    """The spans of words that count already."""

    def __init__(self, words: Iterable[Occurrence]) -> None:
        self._spans: dict[str, list[Span]] = {}
        for word in words:
            self._spans.setdefault(word.path, []).append(word.span)
        for spans in self._spans.values():
            spans.sort()

    def __contains__(self, word: Occurrence) -> bool:
        return self.has(word.path, word.span)

    def has(self, path: str, span: Span) -> bool:
        """Whether a word there counts already."""
        spans = self._spans.get(path, [])
        at = bisect_left(spans, span)
        return (at > 0 and spans[at - 1].overlaps(span)) or (at < len(spans) and spans[at].overlaps(span))


def set_apart(fact: NoteFact, path: str, taken: Taken) -> Iterator[tuple[Occurrence, ...]]:
    """The runs of words set apart in a note that no field of a citation has taken."""
    prose = fact.note.prose
    free = [(first, last) for first, last in fact.suspects if not taken.has(path, prose.span(first, last))]
    if not free:
        return
    for match in _SET_APART.finditer(prose.text):
        start, end = match.span(match.lastindex or 0)
        if not any(first < end and start < last for first, last in free):
            continue
        if not any(start <= first and last <= end for first, last in fact.suspects):
            continue
        run = tuple(word for word in _words(fact, path, start, end) if word not in taken)
        if any(looks_russian(word.text) for word in run):
            yield run


def names_in_note(fact: NoteFact, path: str, taken: Taken) -> Iterator[Occurrence]:
    """The capitalised words of a note that may be Russian names and stand in no field."""
    prose = fact.note.prose
    for start, end in fact.suspects:
        text = prose.text[start:end]
        if end - start >= _SHORTEST_NAME and text[0].isupper() and looks_russian(text):
            word = Occurrence(text, prose.span(start, end), path, fact.label, name=True)
            if word not in taken:
                yield word


def _words(fact: NoteFact, path: str, start: int, end: int) -> Iterator[Occurrence]:
    prose = fact.note.prose
    for first, last in words(prose.text, start, end):
        yield Occurrence(prose.text[first:last], prose.span(first, last), path, fact.label)
