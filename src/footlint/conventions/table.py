"""All choices there are, by name: the keys that `[style]` knows."""

from __future__ import annotations

from footlint.conventions.citations import CITATION_CHOICES
from footlint.conventions.editors import EDITOR_CHOICES
from footlint.conventions.locators import LOCATOR_CHOICES
from footlint.conventions.markers import MARKER_CHOICES
from footlint.conventions.typography import TYPOGRAPHY_CHOICES
from footlint.conventions.vote import Choice

CHOICES: dict[str, Choice] = {
    choice.name: choice
    for choice in (*MARKER_CHOICES, *LOCATOR_CHOICES, *CITATION_CHOICES, *EDITOR_CHOICES, *TYPOGRAPHY_CHOICES)
}
