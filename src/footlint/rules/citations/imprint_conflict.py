"""One work with two years, places or publishers.

## Why it matters
Either one of the imprints is a slip, or two editions are cited whose pages differ; the reader must be told which.
Volumes of a set, editions that are named or that another publisher brought out in another year, and what is more or
less fully given (Moscow / M., Beck / C. H. Beck) are no conflict. Between two contributions to one collection it is a
hint.

## Flagged
```markdown
The mill burned.[^1] It was rebuilt.[^2]

[^1]: Ruth Calder, *Mills and Millers* (Bristol: Avon House, 1988), p. 20.
[^2]: Ruth Calder, *Mills and Millers* (Bristol: Avon House, 1989), p. 31.
```

```markdown
The mill burned.[^1] It was rebuilt.[^2]

[^1]: *The Miller's Book*, ed. Ruth Calder and Ivor Penn (Bristol: Avon House, 1988), p. 20.
[^2]: *The Miller's Book*, ed. Ruth Calder and Ivor Penn (Bristol: Avon House, 1989), p. 31.
```

```markdown
The mill burned.[^1] It was rebuilt.[^2]

[^1]: Hugh Dorn, “Fire,” in *The Miller's Book*, ed. Ruth Calder (Bristol: Avon House, 1988), 20–31.
[^2]: Nora Finch, “Stone,” in *The Miller's Book*, ed. Ruth Calder (Bristol: Avon House, 1989), 44–60.
```

## Clean
```markdown
The mill burned.[^1] It was rebuilt.[^2] It burned again.[^3] It was sold.[^4]

[^1]: Ruth Calder, *Mills and Millers* (Bristol: Avon House, 1988), p. 20.
[^2]: Ruth Calder, *Mills and Millers*, 2nd ed. (Bristol: Avon House, 1996), p. 31.
[^3]: Ruth Calder, *Weirs and Locks* (Bristol: Avon House, 1991), p. 44.
[^4]: Ruth Calder, *Weirs and Locks* (London: Thameside, 2003), p. 12.
```

```markdown
The mill burned.[^1] It was rebuilt.[^2]

[^1]: Hugh Dorn, “Fire,” in *The Miller's Year*, ed. Ruth Calder, vol. 1 (Bristol: Avon House, 1988), 20–31.
[^2]: Nora Finch, “Stone,” in *The Miller's Year*, ed. Ruth Calder, vol. 2 (Bristol: Avon House, 1989), 44–60.
```

## References
The Chicago Manual of Style, 17th ed., 14.113–121, on editions and reprints; they must be named where there are several.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Literal

from footlint.citations.model import Citation, Text
from footlint.finding import HINT, WARNING, Finding, Related
from footlint.record import Record, replace
from footlint.rule import Chapter, Whole, chapter_rule
from footlint.works import Cited, Work, Works
from footlint.works.fold import skeleton, words
from footlint.works.near import is_near
from footlint.works.persons import surname_key
from footlint.works.titles import LONG, form

_Field = Callable[[Citation], Text | None]
_FIELDS: tuple[tuple[str, _Field], ...] = (
    ("year", lambda citation: citation.year),
    ("place", lambda citation: citation.place),
    ("publisher", lambda citation: citation.publisher),
)
#: An abbreviated place (SPb, M., N.Y.) is hardly longer.
_ABBREVIATION = 4


@chapter_rule("CT004", "imprint-conflict", severity=WARNING)
def imprint_conflict(chapter: Chapter) -> Iterator[Finding]:
    """Report the conflicts whose odd side stands in this chapter."""
    for conflict in chapter.whole.once(_conflicts).get(chapter.index, ()):
        cited, other = conflict.cited, conflict.other
        path = None if other.path == chapter.path else other.path
        there = other.place(chapter.path)
        yield Finding(
            conflict.text.span,
            f"{conflict.field} {conflict.text.text}, but {conflict.usual} in {there} for the same {conflict.kind}",
            related=(Related(other.citation.span, f"the {conflict.kind} as cited in {there}", path),),
            note=cited.label,
            severity=HINT if conflict.other_edition or conflict.kind == "collection" else None,
        )


class _Conflict(Record, frozen=True):
    """A field that is odd in one citation, what is usual, and a citation that has that.

    `other_edition` tells that another field differs too, so that two editions are cited.
    """

    cited: Cited
    field: str
    text: Text
    usual: str
    other: Cited
    other_edition: bool
    kind: Literal["work", "collection"] = "work"


def _conflicts(whole: Whole) -> dict[int, list[_Conflict]]:
    """All conflicts by the chapter of the odd citation."""
    found: dict[int, list[_Conflict]] = {}
    for work in whole.works.works:
        for full in _comparable(whole.works, work):
            for conflict in _between(full):
                found.setdefault(conflict.cited.chapter, []).append(conflict)
    for collection in _collections(whole.works):
        for conflict in _between(collection):
            # those of one contribution are told already; of yearbooks each has its year, so it is but worth a look
            if conflict.cited.work != conflict.other.work:
                found.setdefault(conflict.cited.chapter, []).append(replace(conflict, kind="collection"))
    return found


def _between(full: list[Cited]) -> Iterator[_Conflict]:
    odd = [(name, one) for name, field in _FIELDS if (one := _odd(name, field, full))]
    if {"year", "publisher"} <= {name for name, _ in odd}:
        return  # another house brought it out in another year: two editions
    for name, (places, usual) in odd[:1]:
        for cited, text, other in places:
            # what stands side by side in one note is known to differ
            if (cited.chapter, cited.note) != (other.chapter, other.note):
                yield _Conflict(cited, name, text, usual, other, len(odd) > 1)


def _collections(works: Works) -> Iterator[list[Cited]]:
    """The full references to contributions in one collection of the same editors, apart by volume."""
    groups: dict[tuple[object, ...], list[Cited]] = {}
    for cited in works.cited:
        citation = cited.citation
        if cited.how != "full" or citation.kind != "contribution" or citation.edition is not None:
            continue
        if citation.container is not None and citation.editors:
            editors = frozenset(surname_key(editor) for editor in citation.editors)
            key = (form(citation.container.text.text).keys, editors, *_volumes(citation))
            groups.setdefault(key, []).append(cited)
    yield from (group for group in groups.values() if len(group) > 1)


def _comparable(works: Works, work: Work) -> Iterator[list[Cited]]:
    """The full references to a work, apart by edition, volume and issue."""
    # "Annual Report": without an author a short title is many works, unless the same people edited them
    is_vague = not work.authors and work.title is not None and len(form(work.title.text.text).keys) <= LONG
    groups: dict[tuple[object, ...], list[Cited]] = {}
    for cited in works.of(work):
        citation = cited.citation
        if cited.how == "full" and citation.kind in {"book", "contribution", "article"}:
            container = form(citation.container.text.text).keys if citation.container is not None else None
            editors = frozenset(surname_key(editor) for editor in citation.editors) if is_vague else None
            if is_vague and not editors:
                continue
            key = (citation.kind, citation.edition is not None, container, editors, *_volumes(citation))
            groups.setdefault(key, []).append(cited)
    for (_, is_edition, *_), group in groups.items():
        if len(group) > 1 and not is_edition:
            yield group


def _volumes(citation: Citation) -> Iterator[str]:
    for locator in citation.of_kind("volume", "number", "part"):
        if locator.value is not None:
            yield locator.value.text


#: A citation, the text that is odd in it, and a citation that has the usual one.
_Odd = tuple[Cited, Text, Cited]


def _odd(name: str, field: _Field, full: list[Cited]) -> tuple[list[_Odd], str] | None:
    given = [(cited, text) for cited in full if (text := field(cited.citation)) is not None]
    kinds: list[list[tuple[Cited, Text]]] = []
    for cited, text in given:
        home = next((kind for kind in kinds if _agree(name, kind[0][1].text, text.text)), None)
        if home is None:
            kinds.append([(cited, text)])
        else:
            home.append((cited, text))
    if len(kinds) < 2:  # noqa: PLR2004 - all agree
        return None
    sizes = Counter({at: len(kind) for at, kind in enumerate(kinds)})
    usual = kinds[max(sizes, key=lambda at: (sizes[at], -at))]
    odd = [(cited, text, usual[0][0]) for kind in kinds if kind is not usual for cited, text in kind]
    return odd, usual[0][1].text


def _agree(name: str, first: str, second: str) -> bool:
    """Whether two fields say the same, one perhaps in fewer words."""
    if first == second:
        return True
    if name == "year":
        a, b = (frozenset(word[:4] for word in words(text) if word.isdigit()) for text in (first, second))
        return not a or not b or bool(a & b)
    x, y = ([skeleton(word) for word in words(text)] for text in (first, second))
    if not x or not y or any(is_near(a, b) for a in x for b in y):
        return True
    if _is_short_for(first, y) or _is_short_for(second, x):
        return True
    return (
        name == "place"
        and min(len(first.strip(".")), len(second.strip("."))) <= _ABBREVIATION
        and _initial(x[0]) == _initial(y[0])
    )


def _initial(key: str) -> str:
    """How a place begins in any language: Köln, Cologne."""
    return key[:1].replace("c", "k")


def _is_short_for(short: str, full: list[str]) -> bool:
    """OUP, Oxford University Press."""
    bare = [sign for sign in short if sign.isalpha()]
    return short.isupper() and len(bare) <= len(full) + 1
