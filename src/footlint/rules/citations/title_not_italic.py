"""A title in roman that is in italics elsewhere, or whose italics begin late or end early.

## Why it matters
Italics say where a title begins and ends. A title without them runs into its author or its place; one that is only
half in italics seems to be two works. Only a title that this book sets in italics elsewhere is asked about, so that
articles and archives may stand in roman; half-set titles are asked about where books are in italics.

## Flagged
```markdown
Rain.[^1] Hail.[^2] Fog.[^3]

[^1]: Ruth Calder, *Mills and Millers of the North* (Bristol: Avon House, 1988), p. 20.
[^2]: Calder, *Mills and Millers of the North*, p. 31.
[^3]: Calder, Mills and Millers of the North, p. 44.
```

```markdown
Rain.[^1] Hail.[^2] Fog.[^3] Dew.[^4] Snow.[^5]

[^1]: Ruth Calder, *Mills and Millers* (Bristol: Avon House, 1988), p. 20.
[^2]: Ivor Penn, *Weather* (Cardiff: Taff, 2004), p. 9.
[^3]: Hugh Dorn, *Walls* (Hull: Humber, 1966), p. 41.
[^4]: Nora Finch, *Farms* (Exeter: Exe, 1992), p. 14.
[^5]: Tom Arkwright, Bridges: *Stone and Iron* (Derby: Peak, 1981), p. 62.
```

```markdown
Rain.[^1] Hail.[^2] Fog.[^3] Dew.[^4] Snow.[^5] Ice.[^6] Sleet.[^7] Thaw.[^8]

[^1]: Ruth Calder, *Mills and Millers* (Bristol: Avon House, 1988), p. 20.
[^2]: Ivor Penn, *Weather* (Cardiff: Taff, 2004), p. 9.
[^3]: Hugh Dorn, *Walls* (Hull: Humber, 1966), p. 41.
[^4]: Nora Finch, *Farms* (Exeter: Exe, 1992), p. 14.
[^5]: Tom Arkwright, Bridges in Stone (Derby: Peak, 1981), p. 62.
[^6]: Ada Marsh, *Fords* (Leeds: Aire, 1973), p. 8.
[^7]: Colin Frith, *Ferries of the North* (Perth: Tay, 1959), p. 77.
[^8]: Una Holt, *The Tide Tables* (Wells: Mendip, 2001), p. 3.
```

```markdown
Rain.[^1] Hail.[^2] Fog.[^3] Dew.[^4]

[^1]: *The Echo*, 3 May 1911; *Leeds Post*, 4 May 1911; *The Echo*, 5 May 1911.
[^2]: *Leeds Post*, 9 June 1912, p. 4; *The Echo*, 9 June 1912; *The Echo*, 2 July 1912.
[^3]: *The Echo*, 12 June 1913; *Leeds Post*, 12 June 1913.
[^4]: Leeds Post, 1 July 1914, p. 3.
```

## Clean
```markdown
Rain.[^1] Hail.[^2] Fog.[^3]

[^1]: Ruth Calder, Mills and Millers of the North (Bristol: Avon House, 1988), p. 20.
[^2]: Calder, Mills and Millers of the North, p. 31.
[^3]: Ivor Penn, “Rain in the Fens”, *Weather Review*, no. 4 (1996): 112–134.
```

## References
The Chicago Manual of Style, 17th ed., 8.163 and 14.86; the MHRA Style Guide, 4th ed., on titles of books.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from footlint.citations.model import Title
from footlint.conventions.citations import TITLE_SETTING, starts_late
from footlint.conventions.prose import between, offset_in
from footlint.conventions.vote import CLEAR_SHARE
from footlint.facts import NoteFact
from footlint.finding import WARNING, Finding, Related
from footlint.rule import Chapter, Whole, chapter_rule
from footlint.source import Span
from footlint.works import Cited, Work
from footlint.works.persons import surname_key
from footlint.works.titles import form

#: So many titles of books are a habit, from which one in as many may depart by a slip.
_HABIT = 8
_OTHER = {"plain": "in roman", "quoted": "in quotation marks"}


@chapter_rule("CT012", "title-not-italic", severity=WARNING)
def title_not_italic(chapter: Chapter) -> Iterator[Finding]:
    """Compare how each work's title is set, and where italics begin."""
    mixed = chapter.whole.once(_mixed)
    told = set()
    for number in dict.fromkeys(cited.work for cited in chapter.cited if cited.work is not None):
        if number in mixed:
            for finding in _set_otherwise(chapter, chapter.works.works[number]):
                told.add(finding.span)
                yield finding
    yield from (finding for finding in _newspapers(chapter) if finding.span not in told)
    if chapter.conventions[TITLE_SETTING.name].value == "italic":
        yield from _half_set(chapter)
        yield from _only_in_roman(chapter)


def _mixed(whole: Whole) -> set[int | None]:
    """The works that a reference does not set in italics, or names without a title beside several names."""
    return {
        cited.work
        for cited in whole.works.cited
        if (cited.citation.title is not None and cited.citation.title.style != "italic")
        or (cited.how == "surname" and len(cited.citation.authors) > 1)
    }


def _set_otherwise(chapter: Chapter, work: Work) -> Iterator[Finding]:
    titled = [
        cited for cited in chapter.works.of(work)
        if cited.citation.title is not None and not cited.citation.title.text.text.isupper()
    ]  # fmt: skip
    counts = Counter(_style(cited) for cited in titled)
    others = {style: count for style, count in counts.items() if style != "italic"}
    if not counts["italic"]:
        return
    most = max(others.values(), default=0)
    # one against one: roman is a slip where books are in italics; quotation marks may be the right setting
    by_habit = "quoted" not in others and chapter.conventions[TITLE_SETTING.name].value == "italic"
    if counts["italic"] < most + (not by_habit):
        return
    shown = next(cited for cited in titled if _style(cited) == "italic")
    yield from _taken_for_names(chapter, work, shown)
    for cited in titled:
        title = cited.citation.title
        assert title is not None
        if cited.chapter != chapter.index or title.style == "italic" or _late(chapter, cited, title) is not None:
            continue
        yield Finding(
            title.text.span,
            f"the title stands {_OTHER[title.style]}; {counts['italic']} of {len(titled)} times it is in italics",
            related=(
                Related(shown.citation.span, "in italics here", None if shown.path == chapter.path else shown.path),
            ),
            note=cited.label,
        )


def _newspapers(chapter: Chapter) -> Iterator[Finding]:
    """A newspaper in roman that has italics elsewhere, among newspapers that have them; its years are many works."""
    shown = chapter.whole.once(_newspapers_in_italics)
    for cited in chapter.cited if shown else ():
        title = cited.citation.title
        if cited.citation.kind != "newspaper" or title is None or title.style != "plain":
            continue
        other = shown.get(form(title.text.text).keys)
        if other is not None:
            path = None if other.path == chapter.path else other.path
            yield Finding(
                title.text.span,
                "the newspaper stands in roman; elsewhere it is in italics",
                related=(Related(other.citation.span, "in italics here", path),),
                note=cited.label,
            )


def _newspapers_in_italics(whole: Whole) -> dict[tuple[str, ...], Cited]:
    """The newspapers that stand in italics, by their titles; none where that is no habit."""
    titled = [
        (cited, cited.citation.title)
        for cited in whole.works.cited
        if cited.citation.kind == "newspaper" and cited.citation.title is not None
    ]
    found = [(cited, title) for cited, title in titled if title.style == "italic"]
    if len(found) < max(_HABIT, CLEAR_SHARE * len(titled)):
        return {}
    return {form(title.text.text).keys: cited for cited, title in reversed(found)}


def _taken_for_names(chapter: Chapter, work: Work, shown: Cited) -> Iterator[Finding]:
    """Two words in roman that are joined by "and" read as names: Marsh, Ferries and Fords, p. 3."""
    cited_so_far = chapter.works.of(work)
    titled = [cited.citation for cited in cited_so_far if cited.how != "surname"]
    keys = {surname_key(person) for citation in titled for person in (*citation.authors, *citation.editors)}
    for cited in cited_so_far:
        rest = cited.citation.authors[1:]
        if cited.chapter == chapter.index and cited.how == "surname" and rest and surname_key(rest[-1]) not in keys:
            yield Finding(
                Span(rest[0].text.span.start, rest[-1].text.span.end),
                "the title stands in roman; elsewhere it is in italics",
                related=(
                    Related(shown.citation.span, "in italics here", None if shown.path == chapter.path else shown.path),
                ),
                note=cited.label,
            )


def _style(cited: Cited) -> str:
    assert cited.citation.title is not None
    return cited.citation.title.style


def _note(chapter: Chapter, cited: Cited) -> NoteFact:
    return chapter.whole.chapters[cited.chapter].notes[cited.note]


def _late(chapter: Chapter, cited: Cited, title: Title) -> int | None:
    return starts_late(_note(chapter, cited), title) if title.style == "plain" else None


def _only_in_roman(chapter: Chapter) -> Iterator[Finding]:
    """Books that are cited with their imprint, by one who wrote them, and nowhere in italics."""
    convention = chapter.conventions[TITLE_SETTING.name]
    in_roman = convention.counts.get("plain", 0)
    if convention.source == "vote" and (convention.total < _HABIT or in_roman > max(1, convention.total // _HABIT)):
        return
    for cited in chapter.cited:
        citation, title = cited.citation, cited.citation.title
        if citation.kind != "book" or title is None or title.style != "plain" or citation.thesis:
            continue
        if not (citation.authors and citation.place and citation.publisher and citation.year):
            continue
        prose = _note(chapter, cited).note.prose
        # a note that begins: author, title (place: publisher, year), with nothing between, names a title there
        if any(sign.isalnum() for sign in prose.text[: offset_in(prose, citation.span.start)]):
            continue
        if between(prose, citation.authors[-1].text.span.end, title.text.span.start).strip() != ",":
            continue
        if between(prose, title.text.span.end, citation.place.span.start).strip() != "(":
            continue
        work = chapter.works.works[cited.work] if cited.work is not None else None
        settings = {_style(other) for other in chapter.works.of(work) if other.citation.title} if work else {"plain"}
        if settings == {"plain"} and _late(chapter, cited, title) is None and not title.text.text.isupper():
            yield Finding(title.text.span, f"the title stands in roman; {convention.evidence}", note=cited.label)


def _half_set(chapter: Chapter) -> Iterator[Finding]:
    for cited in chapter.cited:
        for title in (cited.citation.title, cited.citation.container):
            if title is None or title.style != "plain" or (begins := _late(chapter, cited, title)) is None:
                continue
            yield Finding(
                title.text.span,
                f"the italics begin only in the middle of “{title.text.text}”",
                note=cited.label,
                related=(Related(Span(begins, title.text.span.end), "they begin here"),),
            )
