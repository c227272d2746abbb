"""Eds. with one editor, or ed. with several.

## Why it matters
`eds. Penn` makes a reader look for the other editor. Before the names *ed.* may stand for "edited by" and so for any
number; a book that writes *eds.* there elsewhere is held to it. In brackets or after the names it is a noun.

## Flagged
```markdown
The mill burned.[^1] It was rebuilt.[^2] It fell.[^3]

[^1]: *Letters of a Miller*, eds. Ruth Calder (Bristol: Avon House, 1988), p. 20.
[^2]: Ivor Penn and Hugh Dorn (ed.), *Weather* (Cardiff: Taff, 2004), p. 9.
[^3]: Ada Roe et al., ed., *Rain* (Cardiff: Taff, 2006), p. 12.
```

## Fixed
```markdown
The mill burned.[^1] It was rebuilt.[^2] It fell.[^3]

[^1]: *Letters of a Miller*, ed. Ruth Calder (Bristol: Avon House, 1988), p. 20.
[^2]: Ivor Penn and Hugh Dorn (eds.), *Weather* (Cardiff: Taff, 2004), p. 9.
[^3]: Ada Roe et al., eds., *Rain* (Cardiff: Taff, 2006), p. 12.
```

## Clean
```markdown
The mill burned.[^1] It was rebuilt.[^2] It fell.[^3]

[^1]: *Letters of a Miller*, ed. Ruth Calder and Hugh Dorn (Bristol: Avon House, 1988), p. 20.
[^2]: Ivor Penn et al. (eds.), *Weather* (Cardiff: Taff, 2004), p. 9.
[^3]: Ivor Penn (ed.), *Rain* (Cardiff: Taff, 2006), p. 12.
```

## References
The Chicago Manual of Style, 17th ed., 14.103: "ed." before the names means "edited by"; the MHRA Style Guide, 4th ed.,
on editors.
"""

from __future__ import annotations

from collections.abc import Iterator

from footlint.conventions.editors import EDITOR_PLURAL, PLURALS, SERVES_BOTH, SINGULARS, EditorWord, editor_words
from footlint.finding import WARNING, Edit, Finding, Fix
from footlint.rule import Chapter, chapter_rule


@chapter_rule("CT006", "editor-number", severity=WARNING)
def editor_number(chapter: Chapter) -> Iterator[Finding]:
    """Compare each word for editors with the number of the names."""
    convention = chapter.conventions[EDITOR_PLURAL.name]
    for one in editor_words(chapter.facts):
        if one.several is None:
            continue
        if one.stem in SINGULARS and not one.several:
            yield _finding(
                one, f"{one.word.text} stands with one editor, {one.people[0].text.text}", SINGULARS[one.stem]
            )
        elif one.stem in PLURALS and one.several and one.place != "before" and one.stem not in SERVES_BOTH:
            yield _finding(one, f"{one.word.text} stands with several editors", PLURALS[one.stem])
        elif one.stem in PLURALS and one.several and convention.value == "plural":
            yield _finding(
                one, f"{one.word.text} stands with several editors; {convention.evidence}", PLURALS[one.stem]
            )


def _finding(one: EditorWord, message: str, right: str) -> Finding:
    word = one.word
    if word.text[0].isupper():
        right = right[0].upper() + right[1:]
    if word.text.endswith("."):
        right += "."
    return Finding(word.span, message, fix=Fix(f"Write {right}", (Edit(word.span, right),)), note=one.note.label)
