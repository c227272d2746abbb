"""Ibid. that may mean several works.

Ibid. follows a note that cites more than one work, or a title stands after it that is not the work just cited.

## Why it matters
After "Calder, *Mills*, p. 3; see also Penn, *Weather*, p. 9" nobody can tell which of the two *ibid.* repeats, and the
author himself cannot a year later. Before another title *idem*, "the same author", is meant. Where a remark stands
between, most books look back over it, some forbid that; the rule asks what this book does.

## Flagged
```markdown
The mill burned.[^1] It was rebuilt.[^2]

[^1]: Ruth Calder, *Mills* (Bristol: Avon House, 1988), p. 2; see also Ivor Penn, *Rain* (Cardiff: Taff, 2004), p. 9.
[^2]: Ibid., p. 14.
```

```markdown
The mill burned.[^1]

[^1]: Ruth Calder, *Mills* (Bristol: Avon House, 1988), p. 20; ibid., *Weirs* (Bristol: Avon House, 1991), p. 5.
```

## Clean
```markdown
The mill burned.[^1] It was rebuilt.[^2] It burned again.[^3] The weir held.[^4]

[^1]: Ruth Calder, *Mills and Millers* (Bristol: Avon House, 1988), p. 20.
[^2]: Ibid., p. 14; see also ibid., p. 88.
[^3]: Ibid., p. 15.
[^4]: Ivor Penn, *Weather* (Cardiff: Taff, 2004), p. 9; ibid., p. 14.
```

## References
The Chicago Manual of Style, 17th ed., 14.34: ibid. must not be used where the preceding note contains more than one
citation; the MHRA Style Guide, 4th ed., on abbreviated references; 14.35 there on idem.
"""

from __future__ import annotations

from collections.abc import Iterator

from footlint.conventions.citations import IBID, IBID_REACH, ibid_reaches
from footlint.finding import HINT, WARNING, Finding, Related
from footlint.rule import Chapter, chapter_rule
from footlint.works import Cited

#: Of so many ibid. one may look back over a remark by mistake; of fewer, or more often, it is this author's way.
_MANY = 10


@chapter_rule("CT002", "ambiguous-ibid", severity=WARNING)
def ambiguous_ibid(chapter: Chapter) -> Iterator[Finding]:
    """Look at what stands before each ibid. and at the title behind it."""
    for cited in chapter.cited:
        if cited.how != "ibid" or cited.citation.back is None:
            continue
        yield from _before_another_title(chapter, cited)
        yield from _after_several_works(chapter, cited)
    yield from _over_remarks(chapter)


def _after_several_works(chapter: Chapter, cited: Cited) -> Iterator[Finding]:
    back = cited.citation.back
    if cited.index or cited.antecedent is None or cited.citation.title is not None or back is None:
        return
    antecedent = chapter.works.cited[cited.antecedent]
    before = chapter.works.in_note(antecedent.chapter, antecedent.note)
    different = {_identity(one): one for one in before}
    if len(different) < 2:  # noqa: PLR2004 - one work is no choice
        return
    related = tuple(Related(one.citation.span, "this work, or") for one in list(different.values())[:-1])
    last = list(different.values())[-1]
    yield Finding(
        back.span,
        f"{back.text.strip()} follows {antecedent.named}, which cites {len(different)} works",
        related=(*related, Related(last.citation.span, "this one")),
        note=cited.label,
    )


def _identity(cited: Cited) -> tuple[int, ...]:
    if cited.work is not None:
        return (cited.work,)
    return cited.candidates or (-1, cited.position)


def _before_another_title(chapter: Chapter, cited: Cited) -> Iterator[Finding]:
    citation = cited.citation
    if citation.title is None or citation.back is None or cited.position == 0:
        return
    before = chapter.works.cited[cited.position - 1]
    if before.chapter != cited.chapter or before.work == cited.work or citation.authors:
        return
    # "Ibid., ‘Preface’" names a part of the work just cited
    if (
        citation.title.style == "quoted"
        and before.citation.title is not None
        and before.citation.title.style == "italic"
    ):
        return
    yield Finding(
        citation.back.span,
        f"{citation.back.text.strip()} means the work just cited, but another title follows; idem is meant",
        related=(Related(before.citation.span, "the work just cited"),),
        note=cited.label,
    )


def _over_remarks(chapter: Chapter) -> Iterator[Finding]:
    convention = chapter.conventions[IBID_REACH.name]
    over_remarks = convention.counts.get("citation-before", 0)
    if chapter.conventions[IBID.name].value == "avoided":
        return  # each is told already
    if convention.value != "note-before" or (
        convention.source == "vote" and (convention.total < _MANY or over_remarks > convention.total // _MANY)
    ):
        return
    for back, label, over in ibid_reaches(chapter.facts):
        if over is not None:
            yield Finding(
                back.span,
                f"{back.text.strip()} follows note {over}, which cites nothing; {convention.evidence}",
                note=label,
                severity=None if convention.source == "house" else HINT,
            )
