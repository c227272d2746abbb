"""Whether a book has Russian enough to hold anything against a word of it, told without a dictionary."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain

from footlint.facts import ChapterFacts
from footlint.suspicion import looks_russian
from footlint.transliteration.gather import Gather, gather
from footlint.transliteration.words import may_be_russian, suspected

#: So many words of notes it takes to tell how a book romanises.
_TELLING = 3
#: In the running text a form is usual when it stands so often, and so many times as often as another.
USUAL = 4


def tells(chapters: Sequence[ChapterFacts], words_of: Gather = gather) -> bool:
    """Whether the words that are Russian by their letters, and common in no other language, are more than a handful."""
    if not any(may_be_russian(facts) for facts in chapters):
        return False
    names = [name.text for facts in chapters for name in facts.names]
    if not _are_several(word for facts in chapters for word in suspected(facts)) and not _may_vary(names):
        return False
    listed = (word.text for facts in chapters for phrase in words_of(facts).phrases for word in phrase.words)
    apart = (word.text for facts in chapters for run in words_of(facts).apart for word in run)
    return _are_several(chain(listed, apart)) or _may_vary(names)


def _are_several(words: Iterable[str]) -> bool:
    from footlint.romanization import suspects

    found = set()
    for word in words:
        if looks_russian(word) and word not in found and suspects([word]):
            found.add(word)
            if len(found) == _TELLING:
                return True
    return False


def _may_vary(names: Iterable[str]) -> bool:
    """Whether a name of the running text may have a usual form there and another."""
    from footlint.romanization import suspects

    counts = Counter(names)
    certain = suspects(counts)
    return len(certain) > 1 and max(counts[name] for name in certain) >= USUAL
