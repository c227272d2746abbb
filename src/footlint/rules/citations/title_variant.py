"""One work under two titles.

## Why it matters
A reader who meets *The Weir at Low Water* and *The Wier in Low Water* looks for two books, and the index will list
two. Notes are typed by hand over years; a title that was copied once with a slip keeps it. A title that is shortened
on purpose is no variant, nor is a capital at the head of a short title, nor the ending of a German adjective without
its article, nor another way of writing soft signs. Words that are only romanised otherwise are left to TR001–TR005.

## Flagged
```markdown
The weir held.[^1] It was mended.[^2] It broke.[^3]

[^1]: Ruth Calder, *The Weir at Low Water: Mills and Millers* (Bristol: Avon House, 1988), p. 20.
[^2]: Calder, *The Weir at Low Water*, p. 31.
[^3]: Calder, *The Weir at Low Watter*, p. 44.
```

```markdown
The weir held.[^1] It was mended.[^2] It broke.[^3]

[^1]: Ruth Calder, *The Miller's Weirs* (Bristol: Avon House, 1988), p. 20.
[^2]: Calder, *The Miller's Weirs*, p. 31.
[^3]: Calder, *The Millers Weirs*, p. 44.
```

```markdown
The weir held.[^1] It was mended.[^2]

[^1]: Ruth Calder, *Millwrights and Their Wives* (Bristol: Avon House, 1988), p. 20.
[^2]: Calder, *Milwrights*, p. 31.
```

```markdown
The weir held.[^1] It was mended.[^2] It broke.[^3] It was mended again.[^4]

[^1]: Ruth Calder, *The Northern Millwrights* (Bristol: Avon House, 1988), p. 20.
[^2]: Calder, *Millwrights*, p. 31.
[^3]: Calder, *Millwirghts*, p. 44.
[^4]: Calder, *Millwrights*, p. 45.
```

## Fixed
```markdown
The weir held.[^1] It was mended.[^2] It broke.[^3]

[^1]: Ruth Calder, *The Weir at Low Water: Mills and Millers* (Bristol: Avon House, 1988), p. 20.
[^2]: Calder, *The Weir at Low Water*, p. 31.
[^3]: Calder, *The Weir at Low Water*, p. 44.
```

```markdown
The weir held.[^1] It was mended.[^2] It broke.[^3]

[^1]: Ruth Calder, *The Miller's Weirs* (Bristol: Avon House, 1988), p. 20.
[^2]: Calder, *The Miller's Weirs*, p. 31.
[^3]: Calder, *The Miller's Weirs*, p. 44.
```

```markdown
The weir held.[^1] It was mended.[^2] It broke.[^3] It was mended again.[^4]

[^1]: Ruth Calder, *The Northern Millwrights* (Bristol: Avon House, 1988), p. 20.
[^2]: Calder, *Millwrights*, p. 31.
[^3]: Calder, *Millwrights*, p. 44.
[^4]: Calder, *Millwrights*, p. 45.
```

## Clean
```markdown
The weir held.[^1] It was mended.[^2] It broke.[^3] It was mended again.[^4]

[^1]: Ruth Calder, *The Weir at Low Water: Mills and Millers* (Bristol: Avon House, 1988), p. 20.
[^2]: Calder, *Weir at Low Water*, p. 31.
[^3]: Calder, *Mills and Millers*, p. 44.
[^4]: Ivor Penn, *The Weir at High Water* (Cardiff: Taff, 2004), p. 9.
```

```markdown
Das Wehr hielt.[^1] Man hat es ausgebessert.[^2] Es brach.[^3]

[^1]: Ruth Kalder, *Die alten Wehre der Oder* (Bremen: Weser, 1988), S. 20.
[^2]: Kalder, *Alte Wehre*, S. 31.
[^3]: Kalder, *Alte Wehre*, S. 44.
```

```markdown
The weir held.[^1] It was mended.[^2] It broke.[^3] It was mended again.[^4] It fell.[^5]

[^1]: Ruth Calder, *The Northern millwrights* (Bristol: Avon House, 1988), p. 20.
[^2]: Calder, *Millwrights*, p. 31.
[^3]: Calder, *Millwrights*, p. 44.
[^4]: Ruth Calder, *Weirs and Millers* (Leeds: Harrow, 1999), p. 9.
[^5]: Calder, *Weirs and Millers*, p. 12.
```

## References
The Chicago Manual of Style, 17th ed., 14.33, on short titles: their words keep their order and their spelling.
"""

from __future__ import annotations

from collections.abc import Iterator

from footlint.citations.model import Title
from footlint.finding import WARNING, Edit, Finding, Fix, Related
from footlint.rule import Chapter, Whole, chapter_rule
from footlint.works.fold import words
from footlint.works.variants import Difference, Variant, variants


@chapter_rule("CT003", "title-variant", severity=WARNING)
def title_variant(chapter: Chapter) -> Iterator[Finding]:
    """Compare the titles of each work that this chapter cites."""
    found = chapter.whole.once(_variants)
    for cited in chapter.cited:
        if cited.position in found:
            yield _finding(chapter, found[cited.position])


def _variants(whole: Whole) -> dict[int, Variant]:
    """The variants of the whole book by their position, without the words that are faults of romanisation anyway."""
    works = whole.works
    found = [variant for work in works.works for variant in variants(works, work)]
    if not found:
        return {}
    kept: dict[int, Variant] = {}
    for variant in found:
        cited = works.cited[variant.position]
        title = cited.citation.title
        places = [(cited.path, word.span) for word in title.words] if title is not None else []
        differences = tuple(
            one
            for one in variant.differences
            if not (one.written and one.index < len(places) and places[one.index] in whole.misspelt)
        )
        if differences:
            kept[variant.position] = Variant(variant.position, differences)
    return kept


def _finding(chapter: Chapter, variant: Variant) -> Finding:
    cited = chapter.works.cited[variant.position]
    title = cited.citation.title
    assert title is not None
    shown = chapter.works.cited[variant.differences[0].shown]
    other = shown.citation.title
    assert other is not None
    return Finding(
        title.text.span,
        f"the title differs from “{other.text.text}”: {', '.join(_said(one) for one in variant.differences)}",
        related=(
            Related(
                other.text.span,
                f"cited so in {shown.place(chapter.path)}",
                None if shown.path == chapter.path else shown.path,
            ),
        ),
        fix=_fix(title, variant.differences),
        note=cited.label,
    )


def _said(difference: Difference) -> str:
    count = f"{difference.count} of {difference.total}"
    if not difference.written:
        return f"“{difference.usual}” is left out"
    if not difference.usual:
        return f"“{difference.written}” is added"
    return f"“{difference.written}” for “{difference.usual}” ({count} citations)"


def _fix(title: Title, differences: tuple[Difference, ...]) -> Fix | None:
    """Write the usual words, where the majority is clear and each word stands in the source as it reads."""
    if [word.text for word in title.words] != words(title.text.text):
        return None
    edits = []
    for one in differences:
        word = title.words[one.index] if one.index < len(title.words) else None
        clear = one.count * 2 > one.total and one.written and one.usual
        if not clear or word is None or word.text != one.written or len(word.span) != len(word.text):
            return None
        edits.append(Edit(word.span, one.usual))
    return Fix(f"Write {', '.join(one.usual for one in differences)}", tuple(edits))
