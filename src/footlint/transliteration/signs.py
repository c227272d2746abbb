"""The sign that a book writes for ь: one shape throughout, and the words that have another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from footlint.transliteration.words import Occurrence

if TYPE_CHECKING:
    from footlint.romanization import Verdict

_SHAPES = frozenset("'’ʹʼ′`")
#: So many signs of one shape make a habit against a single other one; against more, such a share.
_HABIT = 5
_SHARE = 0.9


def _closes_quotation(word: str) -> bool:
    """Whether what ends a word is more likely the quotation mark of a title in a title: “Letters to ‘Posrednik’”."""
    if word[-1] not in _SHAPES:
        return False
    from footlint.romanization.decode import known
    from footlint.romanization.judge import KNOWN
    from footlint.romanization.spelling import canonical

    signed, bare = canonical(word), canonical(word[:-1])
    return any(one.prior >= KNOWN for one in known(bare)) and not any("ь" in one.text for one in known(signed))


def odd_signs(words: Iterable[Occurrence]) -> Iterator[tuple[Occurrence, Verdict]]:
    """The words with a sign of another shape than nearly all the others."""
    from footlint.romanization import Verdict

    places: dict[str, list[Occurrence]] = {}
    for word in dict.fromkeys(words):
        places.setdefault(word.text, []).append(word)
    signed = [text for text in places if not _SHAPES.isdisjoint(text)]
    counts: Counter[str] = Counter()
    for text in signed:
        for sign in text:
            if sign in _SHAPES:
                counts[sign] += len(places[text])
    if len(counts) < 2:  # noqa: PLR2004 - one shape is no choice
        return
    usual = max(counts, key=counts.__getitem__)
    times = counts[usual]
    others = counts.total() - times
    is_habit = times >= _HABIT and (others == 1 or times >= _SHARE * counts.total())
    if not is_habit and times <= others:
        return
    written = {text.casefold() for text in signed}
    for text in signed:
        expected = "".join(usual if sign in _SHAPES else sign for sign in text)
        # without a habit, at least the same word has one shape
        if expected != text and (is_habit or expected.casefold() in written) and not _closes_quotation(text):
            verdict = Verdict(text, "sign", expected, "")
            yield from ((word, verdict) for word in places[text])
