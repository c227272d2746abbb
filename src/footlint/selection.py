"""Which rules run: selectors name a code (FN003), how it begins (FN01), a family (FN), all; the most exact decides."""

from __future__ import annotations

from collections.abc import Iterable

from footlint.rules import MODULES

ALL = "all"


def families() -> tuple[str, ...]:
    """The families of rules, in the order of the table."""
    return tuple(dict.fromkeys(code.rstrip("0123456789") for code in MODULES))


def is_selector(text: str) -> bool:
    """Whether the text names a rule, the beginning of some, a family or all rules."""
    return text == ALL or (text.rstrip("0123456789") in families() and any(code.startswith(text) for code in MODULES))


def nearest(text: str, known: Iterable[str]) -> str | None:
    """The known word that was probably meant, or None."""
    from difflib import get_close_matches

    by_folded = {word.casefold(): word for word in known}
    matches = get_close_matches(text.casefold(), by_folded, n=1, cutoff=0.6)
    return by_folded[matches[0]] if matches else None


def unknown_selector(text: str) -> str:
    """What to say of a selector that names nothing."""
    guess = nearest(text, (*MODULES, *families(), ALL))
    return f"no rule or family is called {text!r}" + (f"; did you mean {guess}?" if guess else "")


def is_system(text: str) -> bool:
    """Whether the text is the id of a romanisation."""
    from footlint.romanization import system_ids

    return text in system_ids()


def unknown_system(text: str) -> str:
    """What to say of an id that no romanisation has."""
    from footlint.romanization import system_ids

    known = system_ids()
    plain = text.casefold().replace("_", "-").replace("/", "-").replace(" ", "-")
    begun = min((one for one in known if plain and one.startswith(plain)), key=len, default=None)
    guess = begun or nearest(plain, known)
    return f"no system is called {text!r}" + (f"; did you mean {guess}?" if guess else "; see footlint systems")


def exactness(selector: str, code: str) -> int:
    """How exactly a selector names a code: 0 not at all, 1 as all, more the more of the code it spells out."""
    if selector == ALL:
        return 1
    return 1 + len(selector) if code.startswith(selector) else 0


def names(selectors: Iterable[str], code: str) -> bool:
    """Whether any of the selectors names the code."""
    return any(exactness(selector, code) for selector in selectors)


def is_selected(code: str, select: Iterable[str], ignore: Iterable[str]) -> bool:
    """Whether a rule runs: selected, and not ignored by a selector at least as exact."""
    wanted = max((exactness(selector, code) for selector in select), default=0)
    unwanted = max((exactness(selector, code) for selector in ignore), default=0)
    return wanted > unwanted
