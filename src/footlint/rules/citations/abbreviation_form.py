"""An abbreviation in another form than the book's: No for No., vol. for Vol., *ibid.* for ibid.

## Why it matters
Small, but hundreds of them are what a copy-editor's time goes into. Every one of them is a matter of house style; the
rule asks what this book does, counts `No`, `No.`, `no.` and `no` as four forms, and lets `Nos.` follow `No.`. The sign
before the pages, the stop of ibid. and that of p. are counted in the same way, each for itself; a lone *vol* among a
few *vol.* is held to the stops of p. and pp. A lone p. where pages stand bare is told here, and a lone *Ebd.* among
*Ibid.*

## Flagged
```markdown
Rain.[^1] Hail.[^2] Fog.[^3] Dew.[^4] Frost.[^5]

[^1]: Ivor Penn, “Rain in the Fens”, *Weather Review*, no. 4 (1996): 112–134.
[^2]: Ivor Penn, “Hail in the Fens”, *Weather Review*, no. 2 (1997): 12–34.
[^3]: Ivor Penn, “Snow in the Fens”, *Weather Review*, no 5 (1999): 52–74.
[^4]: Ivor Penn, “Fog in the Fens”, *Weather Review*, no. 1 (2001): 1–24.
[^5]: Ivor Penn, “Frost in the Fens”, *Weather Review*, no. 3 (2003): 42–64.
```

```markdown
Rain.[^1] Hail.[^2] Fog.[^3] Dew.[^4] Snow.[^5]

[^1]: Ivor Penn, *Weather* (Cardiff: Taff, 2004), p. 9.
[^2]: Ibid., p. 14.
[^3]: Ibid, p. 31.
[^4]: Ibid., p. 40.
[^5]: Ibid., p. 52.
```

```markdown
Rain.[^1] Hail.[^2] Fog.[^3] Dew.[^4]

[^1]: Ivor Penn, *Weather*, vol. 1 (Cardiff: Taff, 2004), p. 9.
[^2]: Penn, *Weather*, vol 2, p. 14.
[^3]: Penn, *Weather*, vol. 1, pp. 31–34.
[^4]: Ibid., p. 40.
```

```markdown
Rain.[^1] Hail.[^2] Fog.[^3] Dew.[^4] Snow.[^5] Ice.[^6]

[^1]: Ivor Penn, *Weather* (Cardiff: Taff, 2004), 9, 12; Hugh Dorn, *Walls* (Hull: Humber, 1966), 41.
[^2]: Penn, *Weather*, 14; Dorn, *Walls*, 44.
[^3]: Penn, *Weather*, 31; Dorn, *Walls*, 50.
[^4]: Penn, *Weather*, p. 40; Dorn, *Walls*, 61.
[^5]: Penn, *Weather*, 52; Dorn, *Walls*, 70.
[^6]: Penn, *Weather*, 66.
```

```markdown
Regen.[^1] Hagel.[^2] Nebel.[^3] Tau.[^4]

[^1]: Ivor Penn, *Weather* (Cardiff: Taff, 2004), S. 9.
[^2]: Ebd., S. 14.
[^3]: Ibid., S. 31.
[^4]: Ebd., S. 40; ebenda, S. 44.
```

## Fixed
```markdown
Rain.[^1] Hail.[^2] Fog.[^3] Dew.[^4] Frost.[^5]

[^1]: Ivor Penn, “Rain in the Fens”, *Weather Review*, no. 4 (1996): 112–134.
[^2]: Ivor Penn, “Hail in the Fens”, *Weather Review*, no. 2 (1997): 12–34.
[^3]: Ivor Penn, “Snow in the Fens”, *Weather Review*, no. 5 (1999): 52–74.
[^4]: Ivor Penn, “Fog in the Fens”, *Weather Review*, no. 1 (2001): 1–24.
[^5]: Ivor Penn, “Frost in the Fens”, *Weather Review*, no. 3 (2003): 42–64.
```

```markdown
Rain.[^1] Hail.[^2] Fog.[^3] Dew.[^4] Snow.[^5]

[^1]: Ivor Penn, *Weather* (Cardiff: Taff, 2004), p. 9.
[^2]: Ibid., p. 14.
[^3]: Ibid., p. 31.
[^4]: Ibid., p. 40.
[^5]: Ibid., p. 52.
```

```markdown
Rain.[^1] Hail.[^2] Fog.[^3] Dew.[^4]

[^1]: Ivor Penn, *Weather*, vol. 1 (Cardiff: Taff, 2004), p. 9.
[^2]: Penn, *Weather*, vol. 2, p. 14.
[^3]: Penn, *Weather*, vol. 1, pp. 31–34.
[^4]: Ibid., p. 40.
```

```markdown
Rain.[^1] Hail.[^2] Fog.[^3] Dew.[^4] Snow.[^5] Ice.[^6]

[^1]: Ivor Penn, *Weather* (Cardiff: Taff, 2004), 9, 12; Hugh Dorn, *Walls* (Hull: Humber, 1966), 41.
[^2]: Penn, *Weather*, 14; Dorn, *Walls*, 44.
[^3]: Penn, *Weather*, 31; Dorn, *Walls*, 50.
[^4]: Penn, *Weather*, 40; Dorn, *Walls*, 61.
[^5]: Penn, *Weather*, 52; Dorn, *Walls*, 70.
[^6]: Penn, *Weather*, 66.
```

## Clean
```markdown
Rain.[^1] Hail.[^2] Fog.[^3] Dew.[^4] Snow.[^5] Ice.[^6]

[^1]: Ivor Penn, *Weather*, pt. 2 (Cardiff: Taff, 2004), 9, 12; Hugh Dorn, *Walls* (Hull: Humber, 1966), 41.
[^2]: Penn, *Weather*, 14; Dorn, *Walls*, 44.
[^3]: Penn, *Weather*, 31; Dorn, *Walls*, 50.
[^4]: Penn, *Weather*, pt. 1, p. 40; Dorn, *Walls*, 61.
[^5]: Penn, *Weather*, 52; Dorn, *Walls*, 70.
[^6]: Penn, *Weather*, 66.
```

```markdown
Rain.[^1] Hail.[^2] Fog.[^3] Dew.[^4] Frost.[^5]

[^1]: Ivor Penn, “Rain in the Fens”, *Weather Review*, No 4 (1996): 112–134.
[^2]: Ivor Penn, “Hail in the Fens”, *Weather Review*, No 2 (1997): 12–34.
[^3]: Ivor Penn, “Snow in the Fens”, *Weather Review*, No 5 (1999): 52–74.
[^4]: Ivor Penn, “Fog in the Fens”, *Weather Review*, Nos 1–2 (2001): 1–24.
[^5]: Ivor Penn, “Frost in the Fens”, *Weather Review*, No 3 (2003): 42–64.
```

```markdown
Rain.[^1] Hail.[^2] Fog.[^3] Dew.[^4] Snow.[^5] Ice.[^6]

[^1]: Ivor Penn, *Weather* (Cardiff: Taff, 2004), p. 9.
[^2]: Ibid, p. 14.
[^3]: Ibid, p. 31.
[^4]: Ibid, pp. 40–44.
[^5]: Ibid, p. 52.
[^6]: Ibid. See the last chapter.
```

## References
The Chicago Manual of Style, 17th ed., 10.42 (vol., no.); New Hart's Rules, 2nd ed., 10.3 (No. for numero); the MHRA
Style Guide, 4th ed., on abbreviations.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from footlint.citations.model import Text
from footlint.conventions.citations import (
    IBID_SETTING,
    IBID_STOP,
    LOCATOR_SEPARATOR,
    NUMBER_SIGN,
    NUMBER_STEMS,
    PREFIX_STOP,
    VOLUME_SIGN,
    VOLUME_STEMS,
    Sign,
    ibids,
    signs,
    stopped_backs,
    stopped_prefixes,
)
from footlint.conventions.cited_pages import CitedPages, cited_pages
from footlint.conventions.editors import EDITOR_SIGN, editor_words
from footlint.conventions.locators import PAGE_PREFIX
from footlint.conventions.prefixes import takes_prefix
from footlint.conventions.vote import FEWEST, Choice, Convention
from footlint.finding import HINT, WARNING, Edit, Finding, Fix
from footlint.rule import Chapter, chapter_rule
from footlint.source import Span

#: Three against one are no habit in something so small.
_FEWEST = 5
#: Pages that stand bare so often make a lone p. a slip.
_MANY = 8
_BACK_WORDS = {"ibid.": ("ibid", "ibidem", "ib"), "ebd.": ("ebd", "ebenda")}
#: Beside p. and pp. so many tell enough of a stop.
_FEW = 3


@chapter_rule("CT008", "abbreviation-form", severity=WARNING)
def abbreviation_form(chapter: Chapter) -> Iterator[Finding]:
    """Report what goes against the votes on abbreviations."""
    facts = chapter.facts
    numbers = {sign.word.span: sign.word.text for sign in signs(facts, NUMBER_STEMS)}
    volumes = {sign.word.span: sign.word.text for sign in signs(facts, VOLUME_STEMS)}
    editors = {one.word.span: one.word.text for one in editor_words(facts)}
    yield from _odd(chapter, NUMBER_SIGN, numbers)
    yield from _odd(chapter, VOLUME_SIGN, volumes)
    yield from _odd(chapter, EDITOR_SIGN, editors)
    yield from _stopped_otherwise(chapter, IBID_STOP, stopped_backs(chapter.facts))
    yield from _stopped_otherwise(chapter, PREFIX_STOP, stopped_prefixes(chapter.facts))
    yield from _needless_prefix(chapter)
    yield from _other_word(chapter)
    yield from _set_otherwise(chapter)
    yield from _separated_otherwise(chapter)


def _odd(chapter: Chapter, choice: Choice, words: dict[Span, str]) -> Iterator[Finding]:
    convention = chapter.conventions[choice.name]
    if convention.source == "vote" and convention.total < _FEWEST:
        yield from _lost_stop(chapter, choice, convention)
        return
    for odd in chapter.against(choice):
        word = words[odd.span]
        right = _like(convention.value or "", word)
        yield Finding(
            odd.span,
            f"“{word}” for “{right}”; {convention.evidence}",
            fix=Fix(f"Write {right}", (Edit(odd.span, right),), "safe") if len(odd.span) == len(word) else None,
            note=odd.note,
        )


def _lost_stop(chapter: Chapter, choice: Choice, convention: Convention) -> Iterator[Finding]:
    """A lone vol among two or three vol., where p. and pp. have their stops; No without one is a form of its own."""
    prefixes = chapter.conventions[PREFIX_STOP.name]
    if choice is not VOLUME_SIGN or prefixes.value != "stop" or convention.total < _FEW:
        return
    for sign in choice.observe(chapter.facts):
        if convention.counts == {sign.value: 1, f"{sign.value}.": convention.total - 1}:
            right = f"{sign.value}."
            fix = Fix(f"Write {right}", (Edit(Span(sign.span.end, sign.span.end), "."),), "safe")
            yield Finding(sign.span, f"“{sign.value}” for “{right}”; {prefixes.evidence}", fix=fix, note=sign.note)


def _like(form: str, word: str) -> str:
    """The usual form, in the plural where the word is one."""
    stem, stop = form.rstrip("."), "." if form.endswith(".") else ""
    return stem + ("s" if word.rstrip(". ").endswith(("s", "S")) else "") + stop


def _stopped_otherwise(chapter: Chapter, choice: Choice, signs: Iterable[Sign]) -> Iterator[Finding]:
    convention = chapter.conventions[choice.name]
    usual, evidence = convention.value, convention.evidence
    if usual is None and choice is IBID_STOP and _mostly_stopped(convention):
        # two or three tell little by themselves, more beside p. and pp.
        prefixes = chapter.conventions[PREFIX_STOP.name]
        usual, evidence = prefixes.value, prefixes.evidence
    for sign in signs:
        word = sign.word.text
        right = f"{word.rstrip('.')}." if usual == "stop" else word.rstrip(".")
        if usual is not None and word != right:
            span = sign.word.span
            fix = Fix(f"Write {right}", (Edit(span, right),), "safe") if len(span) == len(word) else None
            yield Finding(span, f"“{word}” for “{right}”; {evidence}", fix=fix, note=sign.note.label)


def _mostly_stopped(convention: Convention) -> bool:
    stopped = convention.counts.get("stop", 0)
    return stopped > convention.counts.get("none", 0) and convention.total < FEWEST


def _needless_prefix(chapter: Chapter) -> Iterator[Finding]:
    """A lone p. where pages stand bare."""
    convention = chapter.conventions[PAGE_PREFIX.name]
    if convention.value != "bare" or (convention.source == "vote" and convention.counts.get("bare", 0) < _MANY):
        return
    given = [cited for cited in cited_pages(chapter.facts) if cited.locator.prefix and takes_prefix(cited)]
    for cited in given if convention.source == "house" or len(given) == 1 else ():
        word, first = cited.locator.prefix, cited.locator.ranges[0]
        if word is not None and _might_be_bare(cited):
            yield Finding(
                word.span,
                f"{word.text} stands before the pages; {convention.evidence}",
                fix=Fix(f"Leave {word.text} out", (Edit(Span(word.span.start, first.span.start), ""),)),
                note=cited.note.label,
            )


def _might_be_bare(cited: CitedPages) -> bool:
    """Whether pages need no prefix here: behind another number, before a roman one or in a remark it is of use."""
    citation, locator = cited.citation, cited.locator
    title = citation.title
    # a letter book in an archive has a plain title and no author
    known = citation.authors or citation.back is not None or (title is not None and title.style != "plain")
    alone = len(citation.locators) == 1 and not locator.parenthesised and locator.after == ","
    return bool(known) and alone and not citation.run_on and not locator.ranges[0].roman


def _other_word(chapter: Chapter) -> Iterator[Finding]:
    """A lone Ebd. among Ibid."""
    words = [
        (note, citation.back)
        for note in chapter.notes
        for citation in note.citations
        if citation.back is not None and citation.kind == "ibid" and citation.title is None
    ]
    stems = Counter(stem for _, back in words if (stem := _stem(back)) is not None)
    if len(stems) != 2 or min(stems.values()) != 1 or len(words) < FEWEST:  # noqa: PLR2004 - the usual one, the odd one
        return
    usual = max(stems, key=lambda stem: stems[stem])
    for note, back in words:
        if _stem(back) not in {usual, None}:
            message = f"“{back.text.strip()}” where {stems[usual]} of {len(words)} times the word is {usual}"
            yield Finding(back.span, message, note=note.label)


def _stem(back: Text) -> str | None:
    """Ibid. and ibidem are two ways to write one word, as ebd. and ebenda are."""
    word = back.text.casefold().strip(" .")
    return next((stem for stem, forms in _BACK_WORDS.items() if word in forms), None)


def _set_otherwise(chapter: Chapter) -> Iterator[Finding]:
    words = {one.word.span: one.word.text for one in ibids(chapter.facts)}
    for odd in chapter.against(IBID_SETTING):
        yield Finding(
            odd.span,
            f"{words[odd.span]} is in {odd.value}; {chapter.conventions[IBID_SETTING.name].evidence}",
            note=odd.note,
        )


def _separated_otherwise(chapter: Chapter) -> Iterator[Finding]:
    convention = chapter.conventions[LOCATOR_SEPARATOR.name]
    for odd in chapter.against(LOCATOR_SEPARATOR):
        found = LOCATOR_SEPARATOR.words[odd.value].removeprefix("pages ")
        yield Finding(odd.span, f"the pages {found}; {convention.evidence}", note=odd.note, severity=HINT)
