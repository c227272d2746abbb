"""A short reference to a work that is cited in full only later, or never.

## Why it matters
"Calder, *Mills*, p. 3" sends the reader back to a full reference; if that comes ten notes later, the notes have been
moved. Books that have a bibliography, and so never cite in full, are left alone: the rule asks how many works have
their first reference in full. A chapter whose notes count on from another may have its full references there, and a
note that names author and title but could not be made out may be one. Where a book cites in full anew in each chapter,
a chapter that does not is reported.

## Flagged
```markdown
Rain.[^1] Hail.[^2] Fog.[^3] Dew.[^4]

[^1]: Ivor Penn, *Weather* (Cardiff: Taff, 2004), p. 9.
[^2]: Calder, *Mills and Millers*, p. 20.
[^3]: Hugh Dorn, *Walls* (Hull: Humber, 1966), p. 41.
[^4]: Ruth Calder, *Mills and Millers* (Bristol: Avon House, 1988), p. 31.
```

```markdown
==> footlint.toml <==
[style]
full-reference = "chapter"
==> 01.md <==
Rain.[^1]

[^1]: Ivor Penn, *Weather* (Cardiff: Taff, 2004), p. 9.
==> 02.md <==
Hail.[^1]

[^1]: Penn, *Weather*, p. 12.
```

## Clean
```markdown
Rain.[^1] Hail.[^2] Fog.[^3] Dew.[^4]

[^1]: Ivor Penn, *Weather* (Cardiff: Taff, 2004), p. 9.
[^2]: Ruth Calder, *Mills and Millers* (Bristol: Avon House, 1988), p. 20.
[^3]: Hugh Dorn, *Walls* (Hull: Humber, 1966), p. 41.
[^4]: Calder, *Mills and Millers*, p. 31.
```

```markdown
Rain.[^1] Hail.[^2] Fog.[^3] Dew.[^4]

[^1]: Penn, *Weather*, p. 9.
[^2]: Calder, *Mills and Millers*, p. 20.
[^3]: Dorn, *Walls*, p. 41.
[^4]: Calder, *Mills and Millers*, p. 31.
```

## References
The Chicago Manual of Style, 17th ed., 14.29–30; the MHRA Style Guide, 4th ed.: the first reference is given in full,
later ones in short; 14.19 there on notes beside a bibliography.
"""

from __future__ import annotations

from collections.abc import Iterator

from footlint.citations.model import Citation, Title
from footlint.conventions.citations import FULL_REFERENCE
from footlint.conventions.vote import CLEAR_SHARE, FEWEST
from footlint.finding import HINT, WARNING, Finding, Related
from footlint.rule import Chapter, Whole, chapter_rule
from footlint.works import Cited, Work
from footlint.works.fold import letters, words
from footlint.works.persons import surname

_SHORT = frozenset({"short", "surname", "op-cit"})
_KINDS = frozenset({"book", "article", "contribution", "short"})
#: So many works cited in full at first make it the habit of the book.
_HABIT = 2
#: So many make it a habit that a work without a full reference anywhere goes against.
_STRONG_HABIT = 6
_STRONG_SHARE = 0.9
#: So many short references with initials make them part of the short form.
_HABIT_OF_INITIALS = 3
_INITIAL = 4
#: Shorter words of a title tell nothing.
_TELLING = 4


@chapter_rule("CT011", "short-before-full", severity=WARNING)
def short_before_full(chapter: Chapter) -> Iterator[Finding]:
    """Look at the first reference to each work."""
    late, first_full, total = chapter.whole.once(_first_references)
    runs_on = _runs_on(chapter)
    for work in late.get(chapter.index, ()):
        cited = chapter.works.of(work)
        first = cited[0]
        if _after_a_loss(chapter, first) or _is_named_before(chapter, work, first):
            continue
        full = next((one for one in cited if one.how == "full"), None)
        name = work.title.text.text if work.title is not None else ""
        if full is not None and first_full >= max(_HABIT, sum(map(len, late.values()))):
            path = None if full.path == chapter.path else full.path
            yield Finding(
                first.citation.span,
                f"“{name}” is cited in short here, in full only in {full.place(chapter.path)}",
                related=(Related(full.citation.span, "the full reference", path),),
                note=first.label,
                severity=HINT if runs_on else None,
            )
        elif full is None and not runs_on and _is_short(chapter, first) and _is_strong(first_full, total):
            yield Finding(
                first.citation.span,
                f"“{name}” is never cited in full; {first_full} of {total} works are, at first",
                note=first.label,
                severity=HINT,
            )
    yield from _again_in_each_chapter(chapter)


def _again_in_each_chapter(chapter: Chapter) -> Iterator[Finding]:
    """Where each chapter gives its own full references, report the works that this one cites only in short at first."""
    convention = chapter.conventions[FULL_REFERENCE.name]
    full, short = chapter.whole.once(_in_later_chapters)
    total = full + sum(map(len, short.values()))
    by_vote = convention.value is None and total >= FEWEST and full >= CLEAR_SHARE * total
    if convention.value != "chapter" and not by_vote:
        return
    evidence = f"{full} of {total} works are, in later chapters" if by_vote else convention.evidence
    for first in short.get(chapter.index, ()):
        if not _after_a_loss(chapter, first):
            message = f"cited in short here, though no note of this chapter cites it in full before; {evidence}"
            yield Finding(first.citation.span, message, note=first.label)


def _in_later_chapters(whole: Whole) -> tuple[int, dict[int, list[Cited]]]:
    """Of the works cited in full in an earlier chapter: how often a chapter cites them in full again, and how not."""
    full = 0
    short: dict[int, list[Cited]] = {}
    for work in whole.works.works:
        seen: set[int] = set()
        known = False
        for cited in whole.works.of(work):
            if known and cited.chapter not in seen and cited.citation.kind in _KINDS:
                full += cited.how == "full"
                if cited.how in {"short", "surname"}:
                    short.setdefault(cited.chapter, []).append(cited)
            seen.add(cited.chapter)
            known = known or cited.how == "full"
    return full, short


def _first_references(whole: Whole) -> tuple[dict[int, list[Work]], int, int]:
    """The works whose first reference is short, by chapter; how many have it in full, and how many there are."""
    late: dict[int, list[Work]] = {}
    full = total = 0
    for work in whole.works.works:
        first = whole.works.cited[work.cited[0]]
        if work.title is None or first.citation.kind not in _KINDS or _is_abbreviated(work.title):
            continue
        total += 1
        full += first.how == "full"
        if first.how in _SHORT:
            late.setdefault(first.chapter, []).append(work)
    return late, full, total


def _is_abbreviated(title: Title) -> bool:
    """Poln. sobr. soch.: a work that everybody knows by its abbreviation is never cited in full."""
    written = title.text.text.split()
    return len(written) > 1 and all(word.endswith(".") for word in written[:-1])


def _is_short(chapter: Chapter, cited: Cited) -> bool:
    """Whether it is short by its form: a place, and the names as bare as other short references have them."""
    citation = cited.citation
    if citation.kind != "short" or not citation.authors or not citation.of_kind("pages"):
        return False
    if cited.how == "op-cit" or all(person.order == "surname-only" for person in citation.authors):
        return True
    return _is_initialled(citation) and chapter.whole.once(_initialled) >= _HABIT_OF_INITIALS


def _initialled(whole: Whole) -> int:
    """How many short references to works that are cited in full give the author's initials."""
    full = {cited.work for cited in whole.works.cited if cited.how == "full"}
    return sum(
        cited.how in _SHORT and cited.work in full and _is_initialled(cited.citation) for cited in whole.works.cited
    )


def _is_initialled(citation: Citation) -> bool:
    given = [name.text for person in citation.authors for name in person.given]
    return bool(given) and all(len(name) <= _INITIAL for name in given)


def _is_named_before(chapter: Chapter, work: Work, first: Cited) -> bool:
    """Whether a note before it names author and title in words that were not made out, as where a bracket is torn."""
    if work.title is None or not work.authors:
        return False
    title = [letters(word) for word in words(work.title.text.text)]
    surnames = [letters(surname(person)) for person in work.authors[:1]]
    wanted = {word for word in title if len(word) >= _TELLING} | set(surnames)
    for fact in chapter.notes[: first.note]:
        told = {letters(word) for word in words(fact.note.prose.text)}
        if wanted <= told:
            return True
    return False


def _is_strong(first_full: int, total: int) -> bool:
    return first_full >= _STRONG_HABIT and first_full >= max(CLEAR_SHARE, _STRONG_SHARE) * total


def _runs_on(chapter: Chapter) -> bool:
    """Whether the notes count on from a chapter that is not at hand."""
    first = next((fact.note.number for fact in chapter.whole.chapters[0].notes), None)
    return (first or 1) > 1 or not chapter.whole.is_complete


def _after_a_loss(chapter: Chapter, first: Cited) -> bool:
    """Whether a note before it is lost or empty, which may have held the full reference."""
    if any(not fact.elements for fact in chapter.notes[: first.note]):
        return True
    return any(slip.code in {"FN001", "FN003"} for slip in chapter.slips)
