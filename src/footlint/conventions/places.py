"""Whether a citation says where in the work, and whether anybody would expect it to."""

from __future__ import annotations

from footlint.citations.model import Citation, LocatorKind, Remark
from footlint.citations.words import QUOTED_IN
from footlint.conventions.prose import offset_in
from footlint.document import plain
from footlint.facts import NoteFact

#: In these a page may be missing or bare by custom, whatever the books cited beside them have.
OTHER_CUSTOMS = ("newspaper", "archive", "web", "legal")
_EXPECTED_IN = frozenset({"book", "article", "contribution", "short"})
#: Locators that say where in a work as well as a page does.
_PLACES: tuple[LocatorKind, ...] = (
    "pages", "columns", "folios", "chapter", "section", "paragraph", "figure", "line", "archive", "identifier", "part",
)  # fmt: skip
#: With so many works in one note and not a page among them, the note is a list of literature.
_LIST = 3
#: And with two, it may be one.
_SHORT_LIST = 2
#: A look past a citation need not go further than the longest way to say where it was quoted.
_REACH = 60
#: "See, for example, …" names a work as one of many and not for what stands on a page.
_EXAMPLES = ("example", "instance", "e.g", "e. g", "z.b", "z. b", "etwa", "beispiel", "exemple", "ejemplo", "esempio")


def lacks_pages(note: NoteFact, citation: Citation) -> bool | None:
    """Whether a citation says nowhere where in the work; None where nobody would expect it to."""
    if citation.kind not in _EXPECTED_IN or citation.whole:
        return None
    if citation.of_kind(*_PLACES):
        return False
    if citation.title is None and citation.back is None:
        return None
    excused = citation.run_on or _is_entry(citation) or _is_example(citation) or _is_list(note, _LIST)
    return None if excused or _is_half_read(note, citation) or _is_quoted_elsewhere(note, citation) else True


def may_be_whole(note: NoteFact, citation: Citation) -> bool:
    """Whether a citation without pages may mean the whole: it is one of two, or an issue of a journal.

    For the custom of a book such count like all others without pages.
    """
    issue = citation.kind == "article" and citation.container is None and not citation.authors
    return _is_list(note, _SHORT_LIST) or (issue and bool(citation.of_kind("number")))


def _is_list(note: NoteFact, least: int) -> bool:
    listed = [one for one in note.citations if one.kind in _EXPECTED_IN]
    return len(listed) >= least and not any(one.of_kind(*_PLACES) for one in listed)


def _is_entry(citation: Citation) -> bool:
    """Whether it is found without a page: by its number in a catalogue, a note, a headword in a work of reference."""
    if citation.kind in {"book", "short"}:
        return bool(citation.of_kind("number"))
    return citation.kind == "contribution" and not citation.authors


def _is_half_read(note: NoteFact, citation: Citation) -> bool:
    """Whether the sentence goes on with words that the parser made nothing of: "(paper given at Leeds, 3 May 1998)"."""
    following = next((element for element in note.elements if element.span.start >= citation.span.end), None)
    if not isinstance(following, Remark) or not following.text.text[:1].islower():
        return False
    before, found, _ = note.note.prose.text.partition(following.text.text)
    return bool(found) and before.rstrip()[-1:] not in {";", "."}


def _is_quoted_elsewhere(note: NoteFact, citation: Citation) -> bool:
    """Whether the note says where the author read it: the page is that of "quoted by Penn, *Ferries*, p. 4"."""
    ends = {citation.span.end} if citation.title is None else {citation.span.end, citation.title.text.span.end}
    return any(_says_where_quoted(note, end) for end in ends)


def _says_where_quoted(note: NoteFact, end: int) -> bool:
    prose = note.note.prose
    at = offset_in(prose, end)
    following = plain(prose.text[at : at + _REACH]).lstrip(" .,;()[]”\"’'»").casefold().replace(".", " ").split()
    if following[:1] == ["as"]:
        following = following[1:]
    phrases = QUOTED_IN.get(following[0], ()) if following else ()
    return any(tuple(following[1 : len(phrase) + 1]) == phrase for phrase in phrases)


def _is_example(citation: Citation) -> bool:
    signal = citation.signal.text.casefold() if citation.signal is not None else ""
    return any(word in signal for word in _EXAMPLES)
