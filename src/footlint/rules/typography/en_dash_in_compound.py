"""An en dash where a compound has a hyphen.

## Why it matters
An en dash between words says "to" or "and" (Moscow–Kazan, the winter–spring term). A combining form such as Anglo- or
fevral'sko- is half a word and takes a hyphen, and so does an ending that follows a figure (30-e). A dash in a compound
that has a hyphen elsewhere in the notes is a slip as well.

## Flagged
```markdown
The line opened.[^1]

[^1]: *Anglo–russkie otnosheniia v 30–e gody* (Moscow: Volna, 1994), p. 20.
```

```markdown
The line opened.[^1] It closed.[^2]

[^1]: GARF, f. R-8409, op. 1, d. 15, l. 2.
[^2]: GARF, f. R–8409, op. 1, d. 204, l. 3.
```

## Fixed
```markdown
The line opened.[^1]

[^1]: *Anglo-russkie otnosheniia v 30-e gody* (Moscow: Volna, 1994), p. 20.
```

```markdown
The line opened.[^1] It closed.[^2]

[^1]: GARF, f. R-8409, op. 1, d. 15, l. 2.
[^2]: GARF, f. R-8409, op. 1, d. 204, l. 3.
```

## Clean
```markdown
The line opened.[^1] It closed.[^2]

[^1]: Ivor Penn, *The Leeds–Hull Railway, 1838–1845: Anglo-Dutch Money* (Cardiff: Taff, 2004), pp. 9–12.
[^2]: The cost–benefit question is treated on pp. 13–15.
```

## References
New Hart's Rules, 2nd ed., 4.11.1: combining forms that cannot stand alone take a hyphen; The Chicago Manual of Style,
17th ed., 6.78–80 and 7.89.
"""

from __future__ import annotations

from collections.abc import Iterator

from footlint.document import PRIVATE, plain
from footlint.expressions import expression
from footlint.finding import HINT, Edit, Finding, Fix
from footlint.rule import Chapter, chapter_rule

#: First halves that are no words by themselves (New Hart's Rules, 2nd ed., 4.11.1).
_COMBINING = frozenset(
    ["anglo", "franco", "sino", "russo", "italo", "indo", "afro", "austro", "greco", "graeco", "judeo", "judaeo",
     "serbo", "hispano", "luso", "turko", "polono", "nippo", "euro", "socio", "politico", "germano", "sovieto"]
)  # fmt: skip
_BEFORE_LETTER = expression(r"–[^\W\d_]|[^\W\d_]–\d")
_COMPOUND = expression(r"(?<![\w–])(?P<first>\d+|[^\W\d_]+['’ʹ]?[^\W\d_]*)–(?P<second>[^\W\d_]+|\d+)(?![\w–])")
_ENDING = expression(r"[yji]?[aeiu]|y|g?h?o|k?h|ch|y?m|mi|ogo|y?kh|tych|й|е|х|го|м|ми|ые|ых|th|st|nd|rd|er|ten")
_LINKED = expression(r"(?:[^\W\d_]|['’ʹ])+(?:s['’ʹ]?k['’ʹ]?o|c['’ʹ]?k['’ʹ]?o|n['’ʹ]?o|ско|но)")


@chapter_rule("TY001", "en-dash-in-compound", severity=HINT)
def en_dash_in_compound(chapter: Chapter) -> Iterator[Finding]:
    """Look at the en dashes between words."""
    hyphened: set[str] | None = None
    for note in chapter.notes:
        prose = note.note.prose
        if _BEFORE_LETTER.search(prose.text) is None:
            continue
        text = plain(prose.text)
        for match in _COMPOUND.finditer(text):
            if hyphened is None:
                hyphened = _hyphened(chapter)
            if not _is_compound(match["first"], match["second"]) and match[0].casefold() not in hyphened:
                continue
            dash = prose.span(match.end("first"), match.start("second"))
            yield Finding(
                prose.span(*match.span()),
                f"an en dash stands in {match[0]}, where a compound has a hyphen",
                fix=Fix("Write a hyphen", (Edit(dash, "-"),)),
                note=note.label,
            )


def _is_compound(first: str, second: str) -> bool:
    if second.isdigit():
        return False
    if first.isdigit():
        return len(first) > 1 and _ENDING.fullmatch(second) is not None
    return first.casefold() in _COMBINING or (second[0].islower() and _LINKED.fullmatch(first) is not None)


def _hyphened(chapter: Chapter) -> set[str]:
    """The compounds that have a hyphen in the notes of the chapter, as they would be with an en dash."""
    found: set[str] = set()
    for note in chapter.notes:
        for word in note.note.prose.text.split():
            bare = word.strip(PRIVATE + ".,;:()[]“”\"'«»")
            if "-" in bare and bare.replace("-", "").isalnum() and not bare.replace("-", "").isdecimal():
                found.add(bare.replace("-", "–").casefold())
    return found
