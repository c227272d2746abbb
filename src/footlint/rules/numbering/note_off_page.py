"""A note that stands at the foot of another page than its marker.

## Why it matters
Where notes stand at the page's foot the reader finds them there or not at all. A note that has slipped to the next page
was left behind when the text was moved or set anew.

## Flagged
```text
The ferry was sold in May.¹ Nobody paid for

1 Harbour ledger, 3 May 1911.

it, and it sank in June.² The harbour master had warned of that.³ In July it was

2 *The Daily Echo*, 9 June 1911.

raised by the firm of a diver.⁴ The new owner gave it

3 *The Daily Echo*, 19 July 1911.

4 Harbour ledger, 30 July 1911.

another name.⁵

5 Harbour ledger, 2 August 1911.
```

## Clean
```text
The ferry was sold in May.¹ Nobody paid for

1 Harbour ledger, 3 May 1911.

it, and it sank in June.² It was raised in

2 *The Daily Echo*, 9 June 1911.

July, and given another name.³

3 Harbour ledger, 2 August 1911.
```

## References
The Chicago Manual of Style, 17th ed., 14.43–14.44, on footnotes and the page they belong to.
"""

from __future__ import annotations

from collections.abc import Iterator

from footlint.finding import WARNING, Finding, Related
from footlint.rule import Chapter, chapter_rule

#: In this share of the pairs at least, note and marker must share a page; else the pages are not what they seem.
_USUAL = 0.8


@chapter_rule("FN011", "note-off-page", severity=WARNING)
def note_off_page(chapter: Chapter) -> Iterator[Finding]:
    """Report the notes of page-foot chapters whose marker stands on another page."""
    if chapter.facts.layout != "page-foot":
        return
    told = {place for slip in chapter.slips for place in (slip.span, *(related.span for related in slip.related))}
    markers = {(fact.marker.series, fact.marker.scope, fact.label): fact for fact in reversed(chapter.markers)}
    pairs = []
    for fact in chapter.notes:
        marker = markers.get((fact.note.series, fact.note.scope, fact.label))
        if marker is not None and marker.marker.page is not None and fact.note.page is not None:
            pairs.append((marker, fact))
    off = [(marker, fact) for marker, fact in pairs if marker.marker.page != fact.note.page]
    if len(pairs) - len(off) < _USUAL * len(pairs):
        return
    for marker, fact in off:
        if told.isdisjoint((marker.span, fact.note.label_span)):
            where = "later" if (fact.note.page or 0) > (marker.marker.page or 0) else "earlier"
            yield Finding(
                fact.note.label_span,
                f"note {fact.label} stands at the foot of a {where} page than its marker",
                related=(Related(marker.span, f"marker {fact.label}"),),
                note=fact.label,
            )
