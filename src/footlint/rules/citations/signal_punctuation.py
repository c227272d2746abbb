"""A stop or a comma after See.

## Why it matters
`See. Penn` and `See, Penn` cut the signal off from what it points at. A comma is right where words stand between
(`See, for example, Penn`), a stop where the signal is an abbreviation (`Cf.`, `Vgl.`).

## Flagged
```markdown
The mill burned.[^1] It was rebuilt.[^2]

[^1]: See. Ruth Calder, *Mills and Millers* (Bristol: Avon House, 1988), p. 20.
[^2]: See also, Ivor Penn, *Weather* (Cardiff: Taff, 2004), p. 9.
```

```markdown
The mill burned.[^1] It was rebuilt.[^2]

[^1]: See. Calder (n 2) 20.
[^2]: Ruth Calder, *Mills and Millers* (Bristol: Avon House, 1988), p. 20; cf., the sermon in *The Echo*, 3 May 1911.
```

```markdown
Die Mühle brannte.[^1] Man baute sie auf.[^2] Sie stand.[^3] Sie fiel.[^4] Man vergaß sie.[^5]

[^1]: Vgl. Ruth Kalder, *Die alten Wehre der Oder* (Bremen: Weser, 1988), S. 20.
[^2]: Vgl. Kalder, *Wehre*, S. 31.
[^3]: Vgl.: Kalder, *Wehre*, S. 33.
[^4]: Siehe Kalder, *Wehre*, S. 41.
[^5]: Vgl. Kalder, *Wehre*, S. 44.
```

## Fixed
```markdown
The mill burned.[^1] It was rebuilt.[^2]

[^1]: See Ruth Calder, *Mills and Millers* (Bristol: Avon House, 1988), p. 20.
[^2]: See also Ivor Penn, *Weather* (Cardiff: Taff, 2004), p. 9.
```

```markdown
The mill burned.[^1] It was rebuilt.[^2]

[^1]: See Calder (n 2) 20.
[^2]: Ruth Calder, *Mills and Millers* (Bristol: Avon House, 1988), p. 20; cf. the sermon in *The Echo*, 3 May 1911.
```

```markdown
Die Mühle brannte.[^1] Man baute sie auf.[^2] Sie stand.[^3] Sie fiel.[^4] Man vergaß sie.[^5]

[^1]: Vgl. Ruth Kalder, *Die alten Wehre der Oder* (Bremen: Weser, 1988), S. 20.
[^2]: Vgl. Kalder, *Wehre*, S. 31.
[^3]: Vgl. Kalder, *Wehre*, S. 33.
[^4]: Siehe Kalder, *Wehre*, S. 41.
[^5]: Vgl. Kalder, *Wehre*, S. 44.
```

## Clean
```markdown
The mill burned.[^1] It was rebuilt.[^2] It fell.[^3]

[^1]: See Ruth Calder, *Mills and Millers* (Bristol: Avon House, 1988), p. 20.
[^2]: Cf. Ivor Penn, *Weather* (Cardiff: Taff, 2004), p. 9.
[^3]: See, for example, Hugh Dorn, *Walls* (Hull: Humber, 1966), p. 41; see, too, what the sexton told him.
```

```markdown
Die Mühle brannte.[^1] Man baute sie auf.[^2] Sie stand.[^3] Sie fiel.[^4] Man vergaß sie.[^5]

[^1]: Vgl. Ruth Kalder, *Die alten Wehre der Oder* (Bremen: Weser, 1988), S. 20.
[^2]: Vgl. Kalder, *Wehre*, S. 31.
[^3]: Vgl.: Kalder, *Wehre*, S. 33; Ivo Penn, *Wetter* (Bremen: Weser, 1994), S. 9.
[^4]: Siehe Kalder, *Wehre*, S. 41.
[^5]: Vgl. Kalder, *Wehre*, S. 44.
```

## References
The Chicago Manual of Style, 17th ed., 14.37 and 14.42, whose signals have no sign after them.
"""

from __future__ import annotations

from collections.abc import Iterator
from re import Match

from footlint.citations.model import Citation, Remark, Text
from footlint.conventions.prose import between
from footlint.expressions import expression
from footlint.facts import NoteFact
from footlint.finding import WARNING, Edit, Finding, Fix
from footlint.rule import Chapter, chapter_rule
from footlint.source import Span

#: Verbs that point at what follows; as whole words they take no stop, and no comma.
_VERBS = frozenset(
    ["see", "see also", "but see", "see further", "compare", "siehe", "siehe auch", "vergleiche", "voir", "voir aussi",
     "vedi", "vedi anche", "véase", "srovnej", "смотри"]
)  # fmt: skip
#: Abbreviations, whose stop is their own.
_ABBREVIATED = frozenset(
    ["cf", "vgl", "s", "sm", "sr", "srov", "см", "ср", "vgl auch", "s auch", "cf also", "sm takzhe", "см также", "viz"]
)

#: "Quoted in:" may have its colon where these have none.
_POINTING = _VERBS | _ABBREVIATED
#: So many signals without a colon make one that has it a slip.
_FEW = 4
#: A signal at the head of a remark, the sign behind it, and the next word.
_SIGNAL = expression(r"([^\W\d_]+(?: also| further| auch| aussi| anche)?)(\.?,|\.) ([^\W\d_]+)")
#: What a reference in words may begin with.
_ARTICLES = frozenset({"the", "a", "an", "der", "die", "das", "den", "la", "le", "les", "il", "el", "los", "las"})


@chapter_rule("CT010", "signal-punctuation", severity=WARNING)
def signal_punctuation(chapter: Chapter) -> Iterator[Finding]:
    """Look at the sign behind each signal."""
    verbs = _VERBS | {"viz"} if _is_verb(chapter, "viz") else _VERBS
    lone_colon = _is_lone_colon(chapter)
    for note in chapter.notes:
        for element in note.elements:
            if isinstance(element, Remark) and (found := _SIGNAL.match(element.text.text)):
                yield from _before_remark(note, element, found, verbs)
        for citation in note.citations:
            signal = citation.signal
            if signal is None:
                continue
            words = _words(signal)
            gap = _gap(note, citation, signal)
            sign = gap or signal.text.strip()[-1:]
            # before several works a colon opens their list
            if gap == ":" and lone_colon and words in _POINTING and len(note.citations) == 1:
                end = signal.span.end
                yield Finding(
                    Span(signal.span.start, end + 1),
                    f"a colon stands between {signal.text.strip()} and what it points at, as behind no other signal",
                    fix=Fix(f"Write {signal.text.strip()} without it", (Edit(Span(end, end + 1), ""),)),
                    note=note.label,
                )
            if (sign in {".", ","} and words in verbs) or (gap == "," and words in _ABBREVIATED):
                shown = signal.text.strip().rstrip(".,")
                name = "a stop" if sign == "." else "a comma"
                end = signal.span.end
                at = end if gap else end - 1
                yield Finding(
                    Span(signal.span.start, at + 1),
                    f"{name} stands between {shown} and what it points at",
                    fix=Fix(f"Write {shown} without it", (Edit(Span(at, at + 1), ""),)),
                    note=note.label,
                )


def _before_remark(note: NoteFact, remark: Remark, found: Match[str], verbs: frozenset[str]) -> Iterator[Finding]:
    """A signal that points at what is no citation: See. Marsh (n 5); cf., the letter."""
    word, sign, following = found.groups()
    key = word.casefold()
    # “See, for example”, “see, too”: words stand between
    points = following[0].isupper() or following in _ARTICLES
    if not ((sign == "." and key in verbs) or (sign in {",", ".,"} and key in verbs | _ABBREVIATED and points)):
        return
    begin = remark.text.span.start
    prose = note.note.prose
    if between(prose, begin, begin + found.end(2)) != found[0][: found.end(2)]:
        return  # emphasis, or a line end, stands between
    at = begin + found.end(2) - 1
    name = "a stop" if sign == "." else "a comma"
    yield Finding(
        Span(begin, at + 1),
        f"{name} stands between {word} and what it points at",
        fix=Fix(f"Write {word} without it", (Edit(Span(at, at + 1), ""),)),
        note=note.label,
    )


def _words(signal: Text) -> str:
    return " ".join(signal.text.casefold().replace(".", " ").replace(",", " ").split())


def _gap(note: NoteFact, citation: Citation, signal: Text) -> str:
    return between(note.note.prose, signal.span.end, _first(citation)).strip()


def _is_lone_colon(chapter: Chapter) -> bool:
    """Whether one signal has a colon behind it, and a few others have nothing."""
    gaps = [
        _gap(note, one, one.signal)
        for note in chapter.notes
        for one in note.citations
        if one.signal is not None and _words(one.signal) in _POINTING
    ]
    return gaps.count(":") == 1 and gaps.count("") >= _FEW


def _is_verb(chapter: Chapter, word: str) -> bool:
    """Whether a word that some take for an abbreviation mostly has no stop here, like the Czech viz."""
    signals = [one.signal.text.casefold() for note in chapter.notes for one in note.citations if one.signal is not None]
    return signals.count(word) > signals.count(f"{word}.")


def _first(citation: Citation) -> int:
    """Where the first field behind the signal begins."""
    fields = [person.text.span.start for person in (*citation.authors, *citation.editors)]
    fields += [title.text.span.start for title in (citation.title, citation.container) if title is not None]
    fields += [text.span.start for text in (citation.back, citation.place) if text is not None]
    fields += [locator.span.start for locator in citation.locators]
    assert citation.signal is not None
    return min((start for start in fields if start >= citation.signal.span.end), default=citation.signal.span.end)
