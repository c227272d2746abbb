"""A bracket or a quotation mark without its partner, or emphasis that never ends.

## Why it matters
A reader cannot tell where a quotation ends whose mark is missing, and italics that are not closed run on over the
rest of the note. Apostrophes, primes, inches, numbered lists (`1)`), the marks of all languages („…“, »…«, ”…”) and
quotations of several paragraphs, each with an opening mark, are right.

## Flagged
```markdown
Rain fell.[^1] Hail fell.[^2]

[^1]: Ivor Penn, *Weather* (Cardiff: Taff, 2004, p. 9.
[^2]: Penn calls it “a wall of ice, p. 12.
```

```markdown
Rain fell.[^1] Hail fell.[^2]

[^1]: Penn, ‘Rain in the Fens, *Weather Review*, 12 (1996), 31–40.
[^2]: Penn, ‘Hail in the Fens’, *Weather Review*, 14 (1998), p. 12).
```

```markdown
Rain fell.[^1]

[^1]: Ivor Penn, *Weather* Cardiff: Taff, 2004) 9.
```

## Clean
```markdown
Rain fell.[^1] Hail fell.[^2] Fog rose.[^3] Snow lay.[^4] It went.[^5]

[^1]: Ivor Penn, *Weather* (Cardiff: Taff, 2004), p. 9.
[^2]: He saw: 1) hail, 2) rain, 3) a gauge of 12" in the farmers' yard.
[^3]: „Nebel“ in the one, «brouillard» in the other, »tåge« in the third (see “Fog [and Mist]”).
[^4]: “Snow fell.

    “It lay.”
[^5]: ‘The Farmers’ Hail’, he wrote, fell on ‘Abd al-Hamid’s yard in the ‘90s.
```

## References
The Chicago Manual of Style, 17th ed., 6.95–101 and 13.30–32; New Hart's Rules, 2nd ed., chapter 9.
"""

from __future__ import annotations

from collections.abc import Iterator

from footlint.document import OPAQUE
from footlint.facts import NoteFact
from footlint.finding import WARNING, Finding
from footlint.rule import Chapter, chapter_rule
from footlint.suspicion import is_hard_sign

_BRACKETS = {")": "(", "]": "["}
_NAMES = {
    "(": "bracket", ")": "bracket", "[": "bracket", "]": "bracket", "“": "quotation mark", "”": "quotation mark",
    "„": "quotation mark", "‘": "quotation mark", "«": "quotation mark", "»": "quotation mark", '"': "quotation mark",
}  # fmt: skip
#: Arabic names begin with the sign for ayn before a vowel: ‘Abd, ‘Umar.
_AFTER_AYN = frozenset("AEIOUÂÎÛĀĪŪ")
#: A note with more of them is no slip of typing: one finding says so.
_MANY = 50

_YEAR = 4


@chapter_rule("CT013", "unbalanced", severity=WARNING)
def unbalanced(chapter: Chapter) -> Iterator[Finding]:
    """Count what opens and what closes in each note."""
    for note in chapter.notes:
        text = note.note.prose.text
        if OPAQUE in text:
            continue  # a formula or an image may hold the partner
        if not any(sign in text for sign in _NAMES):
            continue
        places = _outside_addresses(text, sorted({*_brackets(text), *_quotes(text), *_straight(text)}))
        if len(places) > _MANY:
            span = note.note.prose.span(places[0], places[0] + 1)
            yield Finding(span, f"{len(places):,} signs have no partner in this note, the first here", note=note.label)
            continue
        for at in places:
            sign = text[at]
            does = (
                "opens and never closes"
                if sign in "([„“‘«"
                else "closes what never opened"
                if sign in ")]"
                else "has no partner"
            )
            span = note.note.prose.span(at, at + 1)
            yield Finding(span, f"the {_NAMES[sign]} {sign} {does} in this note", note=note.label)
    yield from _emphasis(chapter)


def _outside_addresses(text: str, places: list[int]) -> list[int]:
    """The places without those in an address of the web, where anything may stand alone."""
    kept: list[int] = []
    end, is_address = 0, False
    for at in places:
        if at >= end:  # the next word
            start, end = at, at
            while start > 0 and not text[start - 1].isspace():
                start -= 1
            while end < len(text) and not text[end].isspace():
                end += 1
            word = text[start:end]
            is_address = "/" in word and "." in word.rstrip(".")
        if not is_address:
            kept.append(at)
    return kept


def _brackets(text: str) -> Iterator[int]:
    open_at: list[int] = []
    opened = {"(": 0, "[": 0}
    for at, sign in enumerate(text):
        if sign in opened:
            open_at.append(at)
            opened[sign] += 1
        elif sign in _BRACKETS:
            partner = _BRACKETS[sign]
            if open_at and text[open_at[-1]] == partner:
                open_at.pop()
                opened[partner] -= 1
            elif _is_item(text, at):
                continue
            elif opened[partner]:
                while text[open_at[-1]] != partner:
                    opened[text[open_at[-1]]] -= 1
                    yield open_at.pop()
                open_at.pop()
                opened[partner] -= 1
            else:
                yield at
    yield from open_at


def _is_item(text: str, at: int) -> bool:
    """Whether a bracket closes the number of an item: `1)`, `b)`, `iv)`, not `1988)`; the item itself follows."""
    if not text[at + 1 : at + 2].isspace():
        return False
    start = at
    while start > 0 and text[start - 1].isalnum():
        start -= 1
    item = text[start:at]
    if item.isdigit() and len(item) == _YEAR:
        return False
    return bool(item) and (item.isdigit() or len(item) == 1 or not item.strip("ivx")) and text[start - 1 : start] != "("


def _quotes(text: str) -> Iterator[int]:
    yield from _curly(text)
    if "‘" in text:
        yield from _single(text)
    if text.count("«") != text.count("»"):
        yield from _guillemets(text)


def _curly(text: str) -> Iterator[int]:
    if "“" not in text and "„" not in text:
        # ”…” as in Swedish and Finnish
        places = [
            at
            for at, sign in enumerate(text)
            if sign == "”" and not text[at - 1 : at].isdigit() and not is_hard_sign(text, at)
        ]
        if len(places) % 2:
            yield places[-1]
        return
    open_at: list[int] = []
    for at, sign in enumerate(text):
        if sign == "„" or (sign == "“" and not (open_at and text[open_at[-1]] == "„")):
            if not (open_at and _begins_paragraph(text, at)):
                open_at.append(at)
        elif sign in "“”" and not is_hard_sign(text, at):
            if open_at:
                open_at.pop()
            elif not text[at - 1 : at].isdigit():
                yield at
    yield from open_at


def _single(text: str) -> Iterator[int]:
    """Opening marks before a capital that nothing can close; whether a ’ or ' closes or is an apostrophe is open."""
    open_at: list[int] = []
    for at, sign in enumerate(text):
        if sign not in "‘’'":
            continue
        before, following = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
        if sign == "‘" and not before.isalnum() and following.isupper():
            if following not in _AFTER_AYN and not (open_at and _begins_paragraph(text, at)):
                open_at.append(at)
        elif open_at and before and not before.isspace() and not following.isalpha():
            open_at.pop()
    yield from open_at


def _begins_paragraph(text: str, at: int) -> bool:
    """A quotation of several paragraphs opens again with each."""
    while at > 0 and text[at - 1] in " \t\ue000":
        at -= 1
    return text[at - 1 : at] == "\n"


def _guillemets(text: str) -> Iterator[int]:
    first = next(sign for sign in text if sign in "«»")
    opened: list[int] = []
    for at, sign in enumerate(text):
        if sign not in "«»":
            continue
        if sign == first:
            if not (opened and _begins_paragraph(text, at)):
                opened.append(at)
        elif opened:
            opened.pop()
        else:
            yield at
    yield from opened


def _straight(text: str) -> Iterator[int]:
    """Straight marks have no direction, so only their number tells; those behind a figure are inches or seconds."""
    if '"' not in text:
        return
    places = [
        at
        for at, sign in enumerate(text)
        if sign == '"'
        and not text[at - 1 : at].isdigit()
        and not _begins_paragraph(text, at)
        and not is_hard_sign(text, at)
    ]
    written = sum(sign == '"' and not is_hard_sign(text, at) for at, sign in enumerate(text))
    # a mark inside a word may also close before a missing space: then they all pair up
    if len(places) % 2 and written % 2 and text.count('"') % 2:
        yield places[-1]


def _emphasis(chapter: Chapter) -> Iterator[Finding]:
    for span in chapter.facts.unclosed:
        note = _round(chapter.notes, span.start)
        if note is not None:
            yield Finding(span, "the emphasis that opens here never closes", note=note.label)


def _round(notes: tuple[NoteFact, ...], offset: int) -> NoteFact | None:
    return next((note for note in notes if note.span.start <= offset < note.span.end), None)
