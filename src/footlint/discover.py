"""From the paths on the command line to the chapters to check."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator

from footlint.config import Configurations

STDIN = "-"
_IGNORE_FILE = ".gitignore"
#: Folders that hold other people's files, whatever `.gitignore` says.
_FOREIGN = frozenset({"node_modules", "__pycache__"})

#: Each further star in one name of a pattern multiplies the time that matching may take.
_MOST_STARS = 5

#: Tells of a path whether it is ignored, or None where the file has no opinion.
Matcher = Callable[[str], bool | None]
#: The `.gitignore` files that hold for a folder, outermost first, each with its own folder.
Ignoring = tuple[tuple[str, Matcher], ...]


class Found:
    """The files to check, in order and each once, and what could not be looked at, with the reason."""

    def __init__(self) -> None:
        self.paths: list[str] = []
        self.unreadable: dict[str, str] = {}
        self.empty_folders: list[str] = []
        self._seen: set[str] = set()

    def add(self, path: str) -> None:
        """Add a file unless it has been added under another spelling of its path."""
        same = os.path.normcase(os.path.abspath(path))
        if same not in self._seen:
            self._seen.add(same)
            self.paths.append(path)


def find(arguments: Iterable[str], configurations: Configurations) -> Found:
    """Files as they are named; below folders, those with a known suffix that nothing excludes."""
    found = Found()
    for argument in arguments:
        if argument == STDIN:
            found.add(STDIN)
        elif os.path.isdir(argument):
            before = len(found.paths)
            for path in _below(argument, configurations, found.unreadable):
                found.add(path)
            if len(found.paths) == before and argument not in found.unreadable:
                found.empty_folders.append(argument)
        else:
            found.add(os.path.normpath(argument))
    return found


def _below(top: str, configurations: Configurations, unreadable: dict[str, str]) -> Iterator[str]:
    from footlint.readers import EXTENSIONS

    suffixes = tuple(EXTENSIONS)
    matchers = {os.path.abspath(top): _inherited(top)}

    def refuse(error: OSError) -> None:
        unreadable[os.path.normpath(error.filename)] = reason_of(error)

    for folder, folders, files in os.walk(top, onerror=refuse):  # links to folders are not followed: no loops
        here = os.path.abspath(folder)
        ignoring = matchers.pop(here)
        if _IGNORE_FILE in files:
            ignoring = (*ignoring, _matcher(here))
        configuration = configurations.of(os.path.join(folder, "."))
        folders[:] = sorted(
            name
            for name in folders
            if not name.startswith(".")
            and name not in _FOREIGN
            and not _is_ignored(os.path.join(here, name), ignoring, folder=True)
            and not configuration.excludes(os.path.join(folder, name), folder=True)
        )
        for name in folders:
            matchers[os.path.join(here, name)] = ignoring
        for name in sorted(files):
            path = os.path.join(folder, name)
            if (
                name.lower().endswith(suffixes)
                and os.path.isfile(path)
                and not _is_ignored(os.path.join(here, name), ignoring)
                and not configuration.excludes(path)
            ):
                yield os.path.normpath(path)


def _inherited(top: str) -> Ignoring:
    """What the `.gitignore` files above a folder say, from the top of its repository down."""
    folder = os.path.abspath(top)
    above = []
    while not os.path.lexists(os.path.join(folder, ".git")):
        parent = os.path.dirname(folder)
        if parent == folder:
            return ()  # no repository
        folder = parent
        if os.path.isfile(os.path.join(folder, _IGNORE_FILE)):
            above.append(folder)
    return tuple(_matcher(folder) for folder in reversed(above))


def _matcher(folder: str) -> tuple[str, Matcher]:
    from pathspec import GitIgnoreSpec

    try:
        with open(os.path.join(folder, _IGNORE_FILE), encoding="utf-8", errors="replace") as file:
            spec = GitIgnoreSpec.from_lines(_valid(file))
    except OSError:
        return folder, lambda _: None
    return folder, lambda path: spec.check_file(path).include


def _valid(lines: Iterable[str]) -> Iterator[str]:
    """Git passes over a pattern that it does not understand; so do we, and over one that would take for ever."""
    from pathspec import GitIgnoreSpec

    for line in lines:
        if any(segment.count("*") > _MOST_STARS for segment in line.split("/")):
            continue
        try:
            GitIgnoreSpec.from_lines([line])
        except ValueError:
            continue
        yield line


def _is_ignored(path: str, ignoring: Ignoring, *, folder: bool = False) -> bool:
    """The deepest `.gitignore` that has an opinion decides."""
    for root, matcher in reversed(ignoring):
        relative = os.path.relpath(path, root).replace(os.sep, "/")
        verdict = matcher(relative + "/" if folder else relative)
        if verdict is not None:
            return verdict
    return False


def reason_of(error: OSError) -> str:
    """Why a file or folder could not be opened, in people's words."""
    if isinstance(error, FileNotFoundError):
        return "no such file or folder"
    if isinstance(error, PermissionError):
        return "no permission to read it"
    return (error.strerror or str(error) or type(error).__name__).lower()
