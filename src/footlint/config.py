"""Finding and reading the configuration: `footlint.toml`, or `[tool.footlint]` in `pyproject.toml`.

Where a chapter has no configuration, nothing beyond a few file names is looked at and no parser is loaded.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from footlint.settings import Settings

OWN_FILE = "footlint.toml"
PROJECT_FILE = "pyproject.toml"
_SIGNS_OF_PATTERNS = frozenset("*?[]!")


class ConfigError(Exception):
    """A configuration that cannot be used. The message says where and why, the line shown."""


class NoteIgnore:
    """An entry of `[per-note-ignores]`: its key, the label of the note, what is silent there.

    `is_exact` tells that the key names one file and no pattern.
    """

    __slots__ = ("codes", "is_exact", "key", "label")

    def __init__(self, key: str, label: str, codes: tuple[str, ...], *, is_exact: bool) -> None:
        self.key = key
        self.label = label
        self.codes = codes
        self.is_exact = is_exact


class Configuration:
    """The settings that hold for some files, and the folder that their patterns start from."""

    def __init__(self, settings: Settings, root: str, file: str | None = None) -> None:
        self.settings = settings
        self.root = root
        self.file = file
        self._matchers: dict[tuple[str, ...], Callable[[str], bool]] = {}

    def __reduce__(self) -> tuple[type[Configuration], tuple[Settings, str, str | None]]:
        return Configuration, (self.settings, self.root, self.file)  # matchers are made anew in another process

    def excludes(self, path: str, *, folder: bool = False) -> bool:
        """Whether searching a folder leaves this path out."""
        return self.matches(self.settings.exclude, path + "/" if folder else path)

    def matches(self, patterns: tuple[str, ...], path: str) -> bool:
        """Whether a path falls under patterns as in `.gitignore`, counted from the configuration's folder."""
        if not patterns:
            return False
        matcher = self._matchers.get(patterns)
        if matcher is None:
            from pathspec import GitIgnoreSpec

            matcher = self._matchers[patterns] = GitIgnoreSpec.from_lines(patterns).match_file
        relative = os.path.relpath(os.path.abspath(path), self.root).replace(os.sep, "/")
        return matcher(relative + "/" if path.endswith("/") else relative)

    def ignores_in_file(self, path: str) -> tuple[str, ...]:
        """The selectors that `[per-file-ignores]` silences in a file."""
        tables = self.settings.per_file_ignores
        return tuple(code for pattern, codes in tables.items() if self.matches((pattern,), path) for code in codes)

    def notes_ignored_in(self, path: str) -> list[NoteIgnore]:
        """The entries of `[per-note-ignores]` that hold in a file."""
        return [
            NoteIgnore(key, label, codes, is_exact=_names_one_file(pattern))
            for key, codes in self.settings.per_note_ignores.items()
            for pattern, _, label in (key.rpartition(":"),)
            if not pattern or self.matches((pattern,), path)
        ]


def _names_one_file(pattern: str) -> bool:
    return bool(pattern) and not pattern.endswith("/") and not _SIGNS_OF_PATTERNS.intersection(pattern)


class Configurations:
    """The configuration of each file: the one named, or the nearest one up from the file.

    `overrides` are settings from the command line by their names in the file; `select` replaces and `ignore` adds.
    """

    def __init__(
        self, *, file: str | None = None, isolated: bool = False, overrides: Mapping[str, Any] | None = None
    ) -> None:
        self._file = file
        self._isolated = isolated
        self._overrides = dict(overrides or {})
        self._found: dict[str, str | None] = {}
        self._read: dict[str | None, Configuration] = {}

    def file_for(self, path: str) -> str | None:
        """The configuration file that holds for a path."""
        if self._isolated:
            return None
        return self._file or self._nearest(os.path.dirname(os.path.abspath(path)))

    def of(self, path: str) -> Configuration:
        """The configuration of a path. Raises ConfigError."""
        file = self.file_for(path)
        if file not in self._read:
            self._read[file] = self._load(file)
        return self._read[file]

    def _load(self, file: str | None) -> Configuration:
        from footlint.settings import Settings

        if file is None:
            root, settings = os.getcwd(), Settings()
        else:
            root, settings = os.path.dirname(os.path.abspath(file)), _settings_in(file)
        return Configuration(_overridden(settings, self._overrides), root, file)

    def _nearest(self, folder: str) -> str | None:
        if folder not in self._found:
            parent = os.path.dirname(folder)
            here = _in_folder(folder)
            self._found[folder] = here if here or parent == folder else self._nearest(parent)
        return self._found[folder]


def _in_folder(folder: str) -> str | None:
    own = os.path.join(folder, OWN_FILE)
    if os.path.isfile(own):
        return own
    project = os.path.join(folder, PROJECT_FILE)
    if not os.path.isfile(project):
        return None
    content = _bytes(project)
    return project if b"footlint" in content and _has_table(project, content) else None


def _has_table(file: str, content: bytes) -> bool:
    from footlint.settingsfile import table_in_project

    return table_in_project(file, content) is not None


def _settings_in(file: str) -> Settings:
    from footlint.settingsfile import settings_of

    return settings_of(file, _bytes(file), is_project=os.path.basename(file) == PROJECT_FILE)


def _overridden(settings: Settings, overrides: Mapping[str, Any]) -> Settings:
    if not overrides:
        return settings
    from footlint.record import replace

    changes = dict(overrides)
    if "ignore" in changes:
        changes["ignore"] = (*settings.ignore, *changes["ignore"])
    return replace(settings, **changes)


def fingerprint(configurations: Configurations, paths: list[str]) -> Iterator[str | bytes]:
    """What the settings of these paths depend on, for a cache key: the files and what they say."""
    for file in dict.fromkeys(configurations.file_for(path) for path in paths):
        if file is not None:
            yield os.path.abspath(file)
            yield _bytes(file)


def _bytes(file: str) -> bytes:
    try:
        with open(file, "rb") as stream:
            return stream.read()
    except OSError as error:
        raise ConfigError(f"{file}: cannot be read: {(error.strerror or str(error)).lower()}") from None
