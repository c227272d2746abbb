"""A date that no calendar has.

## Why it matters
31 February and the thirteenth month lead nobody to the newspaper or the letter. Either order of day and month is
tried before a date is called impossible, and 29 February 1900 is let stand: the Julian calendar had it.

## Flagged
```markdown
The ferry was sold.[^1]

[^1]: *The Evening Post*, 31.2.1937.
```

```markdown
The ferry was sold.[^1]

[^1]: Pravda. 1937. 31 iiunia.
```

```markdown
The ferry was sold.[^1]

[^1]: M. Wake to the harbour master, 31 June 1902; see Ivor Penn, *Ferries* (Cardiff: Taff, 2004), p. 9.
```

```markdown
The ferry was sold.[^1]

[^1]: Deed of 31.6.1902, printed in Ivor Penn, *Ferries* (Cardiff: Taff, 2004), p. 9.
```

## Clean
```markdown
The ferry was sold.[^1] Nobody paid.[^2]

[^1]: *The Evening Post*, 28.2.1937.
[^2]: *The Evening Post*, 29.2.1936, 29.2.1900 and 12/25/1936; the ferrymen's monthly, no. 31 June 1902; file
    12/31.6.1902.
```

## References
The Chicago Manual of Style, 17th ed., 9.31–36, on dates in figures; ISO 8601.
"""

from __future__ import annotations

from collections.abc import Iterator

from footlint.expressions import expression
from footlint.facts import NoteFact
from footlint.finding import ERROR, Finding
from footlint.rule import Chapter, chapter_rule

#: February as the Julian calendar had it in years that end a century.
_LONGEST = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_FEBRUARY = 2
_ROMAN = {
    "i": 1,
    "ii": 2,
    "iii": 3,
    "iv": 4,
    "v": 5,
    "vi": 6,
    "vii": 7,
    "viii": 8,
    "ix": 9,
    "x": 10,
    "xi": 11,
    "xii": 12,
}
_PARTS = 3
_LEAP_YEAR = "2000"
#: A day that some month lacks, a month in a word or a figure, a year. Behind a dash, a stop or No it is the number of
#: something else.
_LATE_DAY = expression(
    r"(?:29|3\d)(?<![\w.,:/–-]\d\d)(?<![.№] \d\d)(?<![Nn]o \d\d)"
    r"(?:\.? [^\W\d_]+['’ʹ]?\.? |\. ?(?:0?[1-9]|1[0-2])\. ?)\d{4}\b(?!\.\d)"
)


@chapter_rule("CT009", "impossible-date", severity=ERROR)
def impossible_date(chapter: Chapter) -> Iterator[Finding]:
    """Look at the dates of newspapers, letters and files."""
    for note in chapter.notes:
        told = set()
        for citation in note.citations:
            for locator in citation.of_kind("date"):
                value = locator.value
                if value is not None and (why := _wrong(value.text)):
                    told.add(value.span.start)
                    yield Finding(value.span, f"{value.text}: {why}", note=note.label)
        for finding in _in_prose(note):
            if finding.span.start not in told:
                yield finding


def _in_prose(note: NoteFact) -> Iterator[Finding]:
    """The dates of letters, diaries and events, which are no locators."""
    prose = note.note.prose
    if "29" not in prose.text and "3" not in prose.text:
        return
    for date in _LATE_DAY.finditer(prose.text):
        if why := _wrong(date[0]):
            yield Finding(prose.span(*date.span()), f"{date[0]}: {why}", note=note.label)


def _wrong(text: str) -> str | None:
    """What is impossible about a date; None where nothing is, or it cannot be read."""
    import re

    parts = re.findall(r"\d+|[^\W\d_]+['’ʹ]?", text)
    if len(parts) > _PARTS and not parts[_PARTS].isdigit():
        parts = parts[:_PARTS]  # 25.9.1936 g.
    if len(parts) == _PARTS - 1 and sum(part.isdigit() and len(part) < _PARTS for part in parts) == 1:
        parts = [*parts, _LEAP_YEAR]  # 31 iiunia, where the year stands apart
    if len(parts) != _PARTS:
        return None
    numeric = all(part.isdigit() for part in parts)
    if numeric and len(parts[0]) == 4:  # noqa: PLR2004 - 1937-02-31
        readings = [(int(parts[2]), int(parts[1]), int(parts[0]))]
    elif numeric:
        day, month, year = (int(part) for part in parts)
        # with strokes the month may come first, as in America
        readings = [(day, month, year), *([(month, day, year)] if "/" in text else [])]
    else:
        readings = list(_in_words(parts))
    if not readings or any(_is_possible(*reading) for reading in readings):
        return None
    day, month, year = readings[0]
    if not 1 <= month <= len(_LONGEST):
        return f"there is no month {month}"
    return f"there is no such day in that month{' of that year' if (day, month) == (29, _FEBRUARY) else ''}"


def _in_words(parts: list[str]) -> Iterator[tuple[int, int, int]]:
    """`31 June 1937`, `June 31, 1937`, `31.VI.1937`."""
    first, second, year = parts
    day, word = (second, first) if second.isdigit() else (first, second)
    month = _ROMAN.get(word.casefold())
    if month is None:
        from footlint.citations.words import MONTHS

        month = MONTHS.get(word.casefold())
    if month and day.isdigit() and year.isdigit():
        yield int(day), month, int(year)


def _is_possible(day: int, month: int, year: int) -> bool:
    if not 1 <= month <= len(_LONGEST) or not 1 <= day <= _LONGEST[month - 1]:
        return False
    return (day, month) != (29, _FEBRUARY) or year % 4 == 0
