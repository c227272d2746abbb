"""A space missing before a number, or after a comma.

## Why it matters
`yanvar'1922`, `Mar.1917`, `p.45` among `p. 45`, `Leeds,1990`: slips of typing that line breaking and searching stumble
over. A book that writes `p.45` throughout is left alone.

## Flagged
```markdown
Rain.[^1] Hail.[^2] Fog.[^3]

[^1]: *Sbornik dokumentov, yanvar'1922 – mart 1923* (Moscow: Volna, 1994), p. 20.
[^2]: Ivor Penn, *Weather* (Cardiff: Taff,2004), p. 9.
[^3]: *The Evening Post*, 16 Mar.1917, p. 2.
```

```markdown
Rain.[^1] Hail.[^2]

[^1]: RGIA, f. 1284, op. 223, d. 45, l. 12.
[^2]: RGIA, f. 1284, op. 223, d.46, l. 3.
```

## Fixed
```markdown
Rain.[^1] Hail.[^2] Fog.[^3]

[^1]: *Sbornik dokumentov, yanvar' 1922 – mart 1923* (Moscow: Volna, 1994), p. 20.
[^2]: Ivor Penn, *Weather* (Cardiff: Taff, 2004), p. 9.
[^3]: *The Evening Post*, 16 Mar. 1917, p. 2.
```

## Clean
```markdown
Rain.[^1] Hail.[^2]

[^1]: Ruth Calder, *Summer '76: 1,200 Days* (Bristol: Avon House, 1988), p.20.
[^2]: Ivor Penn, *Weather* (Cardiff: Taff, 2004), p.9.
```

## References
The Chicago Manual of Style, 17th ed., 6.119–121, on spaces; GOST R 7.0.100-2018, 4.4, on the spaces round signs.
"""

from __future__ import annotations

from collections.abc import Iterator

from footlint.conventions.typography import PREFIX_SPACE, SHELF_MARK_SPACE
from footlint.document import OPAQUE, PRIVATE
from footlint.expressions import expression
from footlint.finding import HINT, Edit, Finding, Fix
from footlint.rule import Chapter, chapter_rule
from footlint.source import Span

_YEAR = r"(?:1[5-9]|20)\d\d(?!\d)"
#: A comma and a word or a year, with nothing between that would be an address or a number.
_AFTER_COMMA = expression(rf",(?<=[^\W\d_],)(?=[^\W\d_]{{2}}|{_YEAR})")
#: A figure that may be a year or a day: yanvar'1922, Mar.1917, March3.
_DATED = expression(rf"{_YEAR}|(?<!\d)\d\d?(?!\d)")
_SOFT = frozenset("'’ʹ")
_DIGITS_OF_YEAR = 4
_MARKUP = {ord(sign): "\x00" if sign == OPAQUE else "\x01" for sign in PRIVATE}
_ADDRESS = expression(r"\S*(?://|www\.|@|doi:)\S*")


@chapter_rule("TY003", "missing-space", severity=HINT)
def missing_space(chapter: Chapter) -> Iterator[Finding]:
    """Look behind commas, soft signs and prefixes."""
    for note in chapter.notes:
        prose = note.note.prose
        text = prose.text.translate(_MARKUP)
        missing = sorted({*(match.end() for match in _AFTER_COMMA.finditer(text)), *_dated(text)})
        addresses = [match.span() for match in _ADDRESS.finditer(text)] if missing else []
        for at in missing:
            if any(start <= at < end for start, end in addresses):
                continue
            word = Span(prose.source_start(_word_start(text, at)), prose.source_end(_word_end(text, at)))
            place = prose.source_start(at)
            shown = text[_word_start(text, at) : _word_end(text, at)]
            yield Finding(
                word,
                f"a space is missing in {shown}",
                fix=Fix("Add a space", (Edit(Span(place, place), " "),)),
                note=note.label,
            )
    yield from _prefixes(chapter)


def _dated(text: str) -> Iterator[int]:
    """Where a soft sign runs into a year, or a month into its day or year."""
    for match in _DATED.finditer(text):
        at = match.start()
        before = text[at - 1 : at]
        if not before or not (before.isalpha() or before == "." or before in _SOFT):
            continue
        if before in _SOFT and len(match[0]) == _DIGITS_OF_YEAR and text[at - 2 : at - 1].isalpha():
            yield at
            continue
        from footlint.citations.words import MONTHS

        if text[_word_start(text, at) : at].rstrip(".").casefold() in MONTHS:
            yield at


def _prefixes(chapter: Chapter) -> Iterator[Finding]:
    evidence = chapter.conventions[PREFIX_SPACE.name].evidence
    for odd in chapter.against(PREFIX_SPACE):
        if odd.value == "none":
            yield Finding(odd.span, f"a space is missing before the page; {evidence}", note=odd.note)
    evidence = chapter.conventions[SHELF_MARK_SPACE.name].evidence
    for odd in chapter.against(SHELF_MARK_SPACE):
        if odd.value == "none":
            yield Finding(odd.span, f"a space is missing before the number; {evidence}", note=odd.note)


def _word_start(text: str, at: int) -> int:
    while at > 0 and not _ends_word(text[at - 1]):
        at -= 1
    return at


def _word_end(text: str, at: int) -> int:
    while at < len(text) and not _ends_word(text[at]):
        at += 1
    return at


def _ends_word(sign: str) -> bool:
    return sign.isspace() or sign <= "\x01" or sign in "–—"
