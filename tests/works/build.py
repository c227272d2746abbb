"""Chapters built by hand from citations, for tests that need no parser."""

from itertools import count

from footlint.citations.model import Citation, Locator, PageRange, Person, Text, Title
from footlint.document import EMPTY_PROSE, Note
from footlint.facts import ChapterFacts, NoteFact
from footlint.source import Span

_offsets = count()


def text(value: str) -> Text:
    start = next(_offsets) * 1000
    return Text(value, Span(start, start + len(value)))


def person(name: str) -> Person:
    """`Smith J.` or `Smith`."""
    surname, *given = name.split(" ")
    return Person(
        text(name), text(surname), tuple(text(one) for one in given), "surname-first" if given else "surname-only"
    )


def cite(authors: str = "", title: str = "", kind: str = "book", **fields) -> Citation:
    """Authors separated by semicolons; other fields as texts, `container` as a title, `pages` as one range."""
    start = next(_offsets) * 1000
    locators = []
    if pages := fields.pop("pages", None):
        first, _, last = str(pages).partition("-")
        locators.append(
            Locator(
                "pages",
                text(str(pages)).span,
                ranges=(
                    PageRange(
                        text(str(pages)).span, first, last or None, None, int(first), int(last) if last else None
                    ),
                ),
            )
        )
    given = ((name, fields.pop(name, None)) for name in ("volume", "number"))
    locators += [Locator(name, text(value).span, value=text(value)) for name, value in given if value]
    container = fields.pop("container", None)
    editors = tuple(person(name) for name in fields.pop("editors", "").split(";") if name)
    values = {name: text(value) for name, value in fields.items()}
    return Citation(
        kind,
        Span(start, start + 1),
        authors=tuple(person(name) for name in authors.split(";") if name),
        editors=editors,
        title=Title(text(title), "italic") if title else None,
        container=Title(text(container), "italic") if container else None,
        locators=tuple(locators),
        **values,
    )


def chapter(*notes, path: str = "a.md", first: int = 1) -> ChapterFacts:
    """A chapter whose notes hold the citations given, a list for each note."""
    facts = []
    for at, citations in enumerate(notes):
        start = next(_offsets) * 1000
        note = Note(str(first + at), first + at, "automatic", Span(start, start + 1), Span(start, start), EMPTY_PROSE)
        facts.append(NoteFact(note, str(first + at), tuple(citations)))
    return ChapterFacts(path, "text", "end", next(_offsets) * 1000, notes=tuple(facts))
