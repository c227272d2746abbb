"""Which lines of a file have changed since a git revision."""

from __future__ import annotations

import os
import re
import subprocess
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator

from footlint.diagnostic import Diagnostic, Report
from footlint.expressions import expression
from footlint.source import Source, Span

_HUNK = re.compile(rb"^@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@", re.MULTILINE)

#: What moves on by itself when a note is added: signs of notes, and the number at a note's head.
_NUMBERS = expression(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]+|^\s*(?:\d+|[ivxlcdm]+|[*†‡§]+)(?=[\s.)])")
_OF_HOOKS = frozenset({"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"})


class GitError(Exception):
    """Git is not there, or does not know the revision. The message says which."""


class Changes:
    """Ranges of changed lines, from 1 and half-open; None for a file in which git does not know lines."""

    def __init__(self, ranges: list[tuple[int, int]] | None) -> None:
        self._ranges = ranges

    def touch(self, source: Source, span: Span) -> bool:
        """Whether a span stands on a changed line."""
        if self._ranges is None:
            return True
        first, last = source.line_number(span.start), source.line_number(span.end)
        at = bisect_left(self._ranges, (first, first))
        before = self._ranges[at - 1] if at else (0, 0)
        return first < before[1] or (at < len(self._ranges) and self._ranges[at][0] <= last)


def ensure_known(revision: str, folder: str) -> None:
    """Raise GitError unless git knows the revision in a folder."""
    _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}", told=revision)


def changes_since(revision: str, path: str) -> Changes:
    """The lines of a file that differ from a revision. Where lines were only taken out, the one before counts.

    Raises GitError.
    """
    folder, name = os.path.split(os.path.abspath(path))
    ensure_known(revision, folder)
    if not _git(folder, "ls-files", "--", name):
        return Changes(None)
    paths: tuple[str, ...] = (name,)
    if not _git(folder, "ls-tree", "--name-only", "--end-of-options", revision, "--", name):
        folder, paths = _renamed(revision, folder, name)
    plain = ("--unified=0", "--no-color", "--no-ext-diff", "--no-textconv", "--find-renames")
    output = _git(folder, "diff", *plain, "--end-of-options", revision, "--", *paths)
    if b"\nBinary files " in output:  # a Word file, or UTF-16
        return Changes(None)
    ranges = []
    for match in _HUNK.finditer(output):
        start, count = int(match[1]), int(match[2] or 1)
        ranges.append((start, start + max(count, 1)))
    return Changes(ranges)


def _renamed(revision: str, folder: str, name: str) -> tuple[str, tuple[str, ...]]:
    """The folder of the repository, and in it the path that a file had before and the one it has; or as it was."""
    inside = _git(folder, "rev-parse", "--show-prefix").rstrip(b"\n") + os.fsencode(name)
    kinds = ("--find-renames", "--name-status", "--diff-filter=R", "--no-relative", "-z")
    fields = _git(folder, "diff", *kinds, "--end-of-options", revision).split(b"\0")
    for old, new in zip(fields[1::3], fields[2::3], strict=False):
        if new == inside:
            top = os.fsdecode(_git(folder, "rev-parse", "--show-toplevel").rstrip(b"\n"))
            return top, (os.fsdecode(old), os.fsdecode(new))
    return folder, (name,)


def paragraphs_since(revision: str, path: str, source: Source, read: Callable[[bytes], Source]) -> Changes:
    """The paragraphs of a Word file that its revision has not, whatever numbers their notes have now.

    `read` lays out the bytes of the revision. Raises GitError.
    """
    folder, name = os.path.split(os.path.abspath(path))
    ensure_known(revision, folder)
    if not _git(folder, "ls-files", "--", name):
        return Changes(None)
    try:
        before = read(_git(folder, "cat-file", "blob", f"{revision}:./{name}"))
    except GitError:  # the revision did not have it yet
        return Changes(None)
    known = Counter(_paragraphs(before))
    ranges = []
    for line, paragraph in enumerate(_paragraphs(source), 1):
        known[paragraph] -= 1
        if known[paragraph] < 0:
            ranges.append((line, line + 1))
    return Changes(ranges)


def _paragraphs(source: Source) -> Iterator[str]:
    return (_NUMBERS.sub("", line) for line in source.text.split("\n"))


def touched(report: Report, changes: dict[str, Changes]) -> list[Diagnostic]:
    """The diagnostics that stand on a changed line, or whose evidence does."""
    kept = []
    for diagnostic in report.diagnostics:
        places = [(diagnostic.path, diagnostic.span)]
        places += [(related.path or diagnostic.path, related.span) for related in diagnostic.related]
        if any(path in changes and changes[path].touch(report.sources[path], span) for path, span in places):
            kept.append(diagnostic)
    return kept


def _git(folder: str, *arguments: str, told: str = "") -> bytes:
    command = ["git", "--literal-pathspecs", "-C", folder, *arguments]
    # in a hook git names its own folder, as seen from elsewhere
    surroundings = {name: value for name, value in os.environ.items() if name not in _OF_HOOKS} | {"LC_ALL": "C"}
    try:
        done = subprocess.run(command, capture_output=True, check=False, env=surroundings)  # noqa: S603
    except FileNotFoundError:
        raise GitError("--changed needs git, which is not installed") from None
    if done.returncode:
        reason = done.stderr.decode("utf-8", "replace").strip().splitlines()
        if told and not reason:
            raise GitError(f"git knows no revision {told!r}")
        raise GitError(reason[0] if reason else f"git {arguments[0]} failed")
    return done.stdout
