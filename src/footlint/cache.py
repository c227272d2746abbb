"""Files that may be lost at any time: what earlier runs found out, kept in the user's cache folder.

Loaded on every start, so it imports nothing that has not been loaded by then.
"""

from __future__ import annotations

import os
import sys
from _blake2 import blake2b
from functools import cache as remember

from footlint import __version__

#: An entry is this line, the digest of what follows, and the content.
_HEAD = b"footlint 1\n"
_DIGEST = 20
#: The table of regular expressions is made when a wheel is built.
_ONLY_IN_WHEELS = "expressions.table"
#: Beyond so many entries or bytes the oldest half of a folder is removed.
_MOST_ENTRIES = 4096
_MOST_BYTES = 256 * 1024 * 1024


class Cache:
    """A folder of entries by key. Any trouble with it, foreign or damaged entries included, means a miss."""

    def __init__(self, kind: str, folder: str | None = None) -> None:
        self._root = folder if folder is not None else default_folder()
        self.folder = os.path.join(self._root, kind) if self._root else None

    def beside(self, kind: str) -> Cache:
        """The entries of another kind in the same place."""
        return Cache(kind, self._root or "")

    def get(self, key: str) -> bytes | None:
        """The content under a key, or None."""
        if self.folder is None:
            return None
        try:
            with open(os.path.join(self.folder, key), "rb") as file:
                entry = file.read()
        except OSError:
            return None
        content = entry[len(_HEAD) + _DIGEST :]
        return content if entry[: len(_HEAD) + _DIGEST] == _HEAD + _digest(content) else None

    def put(self, key: str, content: bytes) -> None:
        """Keep the content under a key, whole or not at all."""
        if self.folder is None:
            return
        path = os.path.join(self.folder, key)
        half_written = f"{path}.{os.getpid()}.new"
        try:
            os.makedirs(self.folder, mode=0o700, exist_ok=True)
            with open(half_written, "xb") as file:
                file.write(_HEAD + _digest(content) + content)
            os.replace(half_written, path)
        except OSError:
            _remove(half_written)
            return
        if key.startswith("0"):  # looking through the folder at one put in sixteen is often enough
            self._prune()

    def _prune(self) -> None:
        assert self.folder is not None
        try:
            with os.scandir(self.folder) as entries:
                known = sorted((entry.stat().st_mtime_ns, entry.stat().st_size, entry.path) for entry in entries)
        except OSError:
            return
        if len(known) <= _MOST_ENTRIES and sum(size for _, size, _ in known) <= _MOST_BYTES:
            return
        for _, _, path in known[: (len(known) + 1) // 2]:
            _remove(path)


def default_folder() -> str | None:
    """Where caches belong on this machine; None where the user has no home."""
    chosen = os.environ.get("FOOTLINT_CACHE_DIR")
    if chosen:
        return chosen
    if os.name != "posix" or sys.platform == "darwin":
        from platformdirs import user_cache_dir

        return user_cache_dir("footlint", appauthor=False)
    base = os.environ.get("XDG_CACHE_HOME", "")
    if os.path.isabs(base):
        return os.path.join(base, "footlint")
    home = os.path.expanduser("~")
    return os.path.join(home, ".cache", "footlint") if os.path.isabs(home) else None


def key_of(*parts: bytes | str) -> str:
    """A key that differs when any part differs; where one part ends and the next begins counts too."""
    digest = blake2b(digest_size=_DIGEST)
    for part in parts:
        content = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        digest.update(b"%d " % len(content))
        digest.update(content)
    return digest.hexdigest()


@remember
def program_stamp() -> str:
    """Changes with every file of the program, so that no new version trusts what an old one found.

    The files of a wheel are written together, and one of them, which no checkout has, tells of all.
    """
    package = os.path.dirname(os.path.abspath(__file__))
    facts = [f"{sys.version_info[:2]}"]
    whole = os.path.join(package, _ONLY_IN_WHEELS)
    if os.path.exists(whole):
        return f"{facts[0]} {__version__} {_about(whole, os.stat(whole))}"
    for folder in (package, os.path.join(package, "..", "..", "grammar")):
        _stamp(folder, facts)
    return "\n".join(facts)


def _stamp(folder: str, facts: list[str]) -> None:
    try:
        with os.scandir(folder) as entries:
            for entry in sorted(entries, key=lambda entry: entry.name):
                if entry.name.startswith((".", "__pycache__")) or entry.name.endswith(".table"):
                    continue  # made from the rest
                if entry.is_dir():
                    _stamp(entry.path, facts)
                else:
                    facts.append(_about(entry.path, entry.stat()))
    except OSError:
        return


def _about(path: str, file: os.stat_result) -> str:
    return f"{path} {file.st_size} {file.st_mtime_ns}"


def _digest(content: bytes) -> bytes:
    return blake2b(content, digest_size=_DIGEST).digest()


def _remove(path: str) -> None:
    try:
        os.remove(path)
    except OSError:
        return
