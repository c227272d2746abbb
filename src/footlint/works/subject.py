"""Whether the sentence that a note stands behind speaks of the work that the note names."""

from __future__ import annotations

from footlint.citations.model import Citation
from footlint.works.fold import letters, skeleton, words
from footlint.works.persons import surname

#: Shorter words of a title, and of names, tell nothing.
_TELLING = 4
#: A genitive adds so much: Rasputin's, Rasputins.
_ENDING = 2


def is_subject(citation: Citation, sentence: str) -> bool:
    """Whether its author or its title is named there: "The writer Aipin made a novel of it", then the novel."""
    named = [skeleton(word) for word in words(sentence) if word[:1].isupper()]
    for person in citation.authors:
        keys = [skeleton(word) for word in words(surname(person))]
        if keys and all(any(_is_form(key, word) for word in named) for key in keys[-1:]):
            return True
    if citation.title is None:
        return False
    told = {letters(word) for word in words(sentence)}
    title = [letters(word) for word in words(citation.title.text.text)]
    telling = [word for word in title if len(word) >= _TELLING][:_ENDING]
    return len(telling) == _ENDING and told.issuperset(telling)


def _is_form(name: str, word: str) -> bool:
    return len(name) >= _TELLING and word.startswith(name) and len(word) <= len(name) + _ENDING
