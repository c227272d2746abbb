"""Cyrillic to Latin: a reading written in a system, word by word, with the case of the original."""

from __future__ import annotations

from footlint.expressions import expression
from footlint.romanization.systems import System, get_system

_WORDS = expression(r"[^\W\d_]+|[\W\d_]+")


def romanize(text: str, system: System | str) -> str:
    """Write Cyrillic text in a system; whatever is not Russian stays as it is."""
    chosen = get_system(system) if isinstance(system, str) else system
    return "".join(_word(part, chosen) for part in _WORDS.findall(text))


def _word(word: str, system: System) -> str:
    lower = word.lower()
    ending = system.ending.get(lower[-2:]) if len(lower) > len("ий") else None
    body = len(lower) - 2 if ending else len(lower)
    upper = len(word) > 1 and word.isupper()
    out = []
    for at in range(body):
        prev = lower[at - 1] if at else ""
        # an ending is a word of its own to the letters before it, as in the published schemas
        following = lower[at + 1] if at + 1 < body else ""
        latin = system.values(prev, lower[at], following)[0]
        if word[at].isupper():
            latin = latin.upper() if upper else latin[:1].upper() + latin[1:]
        out.append(latin)
    if ending:
        out.append(ending[0].upper() if upper else ending[0])
    return "".join(out)
