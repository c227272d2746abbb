"""What a user can set. Reading it from a file is the business of `footlint.config`."""

from __future__ import annotations

from typing import Literal

from footlint.finding import WARNING, Severity
from footlint.readers.options import TextOptions
from footlint.record import Record


class BookSettings(Record, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """A book: its chapters in reading order, as paths or patterns relative to the configuration's folder.

    `numbering` says whether notes count on from chapter to chapter; auto allows either.
    """

    chapters: tuple[str, ...] = ()
    numbering: Literal["auto", "continuous", "per-chapter"] = "auto"


class Settings(Record, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """The options of `footlint.toml`; every one has a default that suits any manuscript.

    `select`, `ignore` and the lists below name codes (FN003), families (FN) or `all`; the most exact name decides.
    `severity` maps such names to a severity of the house's own. `exclude` and the keys of `per_file_ignores` are
    patterns as in `.gitignore`, relative to the configuration's folder.
    `extend` names a profile (`chicago`, `mhra` …) whose style and system hold where the file has none of its own.
    `style` names the value of a convention ("range-dash" = "en") and so overrides the vote of the book.
    `system` is the id of the romanisation that the house asks for; `exceptions` are words that may be spelled as they
    are, whatever the system.
    `per_note_ignores` maps a note's label, or "path-pattern:label", to names that are silenced there.
    """

    extend: str | None = None
    select: tuple[str, ...] = ("all",)
    ignore: tuple[str, ...] = ()
    fail_on: Severity = WARNING
    exclude: tuple[str, ...] = ()
    severity: dict[str, Severity] = {}
    style: dict[str, str] = {}
    per_file_ignores: dict[str, tuple[str, ...]] = {}
    per_note_ignores: dict[str, tuple[str, ...]] = {}
    text: TextOptions = TextOptions()
    system: str | None = None
    exceptions: tuple[str, ...] = ()
    book: BookSettings = BookSettings()
