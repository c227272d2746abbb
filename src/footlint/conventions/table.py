"""All choices there are, by name: the keys that `[style]` knows."""

from __future__ import annotations

from functools import cache as remember
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from footlint.conventions.vote import Choice

#: The modules that have them, each as `CHOICES`.
_HOMES = ("markers", "locators", "citations", "editors", "typography")


def all_choices() -> dict[str, Choice]:
    """Every choice by its name."""
    return {name: choice for home in _HOMES for name, choice in _choices_of(home).items()}


def choice_named(name: str) -> Choice:
    """The choice of that name, for which no more is loaded than needed. Raises KeyError where there is none."""
    for home in _HOMES:
        if name in _choices_of(home):
            return _choices_of(home)[name]
    raise KeyError(name)


@remember
def _choices_of(home: str) -> dict[str, Choice]:
    module = __import__(f"footlint.conventions.{home}", fromlist=("CHOICES",))
    return {choice.name: choice for choice in module.CHOICES}
