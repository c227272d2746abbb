"""Whether the sentence that a note stands behind speaks of the work that the note names."""

from __future__ import annotations

from footlint.citations.model import Citation
from footlint.works.fold import letters, skeleton, words
from footlint.works.persons import surname

#: Shorter words of a title, and of names, tell nothing; so many of a title name it.
_TELLING, _ENOUGH = 4, 2
#: A genitive adds so much: Calder's, Calders.
_ENDING = 2


def is_subject(citation: Citation, sentence: str) -> bool:
    """Whether its author or its title is named there: "The writer Calder made a novel of it", then the novel."""
    named = [skeleton(word) for word in words(sentence) if word[:1].isupper()]
    surnames = [found[-1] for person in citation.authors if (found := words(surname(person)))]
    if any(_is_form(skeleton(one), word) for one in surnames for word in named):
        return True
    if citation.title is None:
        return False
    told = {letters(word) for word in words(sentence)}
    title = [letters(word) for word in words(citation.title.text.text)]
    telling = [word for word in title if len(word) >= _TELLING][:_ENOUGH]
    return len(telling) == _ENOUGH and told.issuperset(telling)


def _is_form(name: str, word: str) -> bool:
    return len(name) >= _TELLING and word.startswith(name) and len(word) <= len(name) + _ENDING
