"""Applying fixes: which of them go together, the text that they give, and writing it back whole."""

from __future__ import annotations

import os
from bisect import bisect_left, insort
from collections.abc import Iterable
from contextlib import suppress

from footlint.diagnostic import Diagnostic
from footlint.finding import SAFETIES, Edit, Fix, Safety


class Changed(Exception):  # noqa: N818 - it names what happened to the file
    """The file is no longer what was read, so nothing was written."""


def is_applicable(fix: Fix | None, threshold: Safety) -> bool:
    """Whether there is a fix and it is at least so safe."""
    return fix is not None and bool(fix.edits) and SAFETIES.index(fix.safety) >= SAFETIES.index(threshold)


def apply(text: str, diagnostics: Iterable[Diagnostic], threshold: Safety) -> tuple[str, list[Diagnostic]]:
    """The text after all fixes that are safe enough and do not touch an earlier one, and whose they are."""
    applied: list[Diagnostic] = []
    accepted: set[Edit] = set()
    taken: list[tuple[int, int]] = []
    for diagnostic in diagnostics:
        fix = diagnostic.fix
        if fix is None or not is_applicable(fix, threshold):
            continue
        new = [edit for edit in fix.edits if edit not in accepted]  # one edit may repair several findings
        spans = [(edit.span.start, edit.span.end) for edit in new]
        if any(_is_taken(span, taken) or not 0 <= span[0] <= span[1] <= len(text) for span in spans):
            continue
        applied.append(diagnostic)
        accepted.update(new)
        for span in spans:
            insort(taken, span)
    return _edited(text, accepted), applied


def _is_taken(span: tuple[int, int], taken: list[tuple[int, int]]) -> bool:
    """Edits that meet may undo each other; the later one waits for the next round."""
    at = bisect_left(taken, span)
    return (at > 0 and taken[at - 1][1] >= span[0]) or (at < len(taken) and taken[at][0] <= span[1])


def _edited(text: str, edits: Iterable[Edit]) -> str:
    pieces: list[str] = []
    at = 0
    for edit in sorted(edits, key=lambda edit: edit.span):
        pieces += (text[at : edit.span.start], edit.text)
        at = edit.span.end
    pieces.append(text[at:])
    return "".join(pieces)


def write_back(path: str, before: bytes, after: bytes) -> None:
    """Replace a file that still holds `before`, at one stroke; a symbolic link stays one. Raises OSError, Changed."""
    import tempfile

    target = os.path.realpath(path)
    status = os.stat(target)
    handle, half_written = tempfile.mkstemp(prefix=".footlint-", dir=os.path.dirname(target))
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(after)
            file.flush()
            os.fsync(file.fileno())
        _keep_owner(half_written, status)
        _refuse_if_changed(target, before)
        os.replace(half_written, target)
    except BaseException:
        os.unlink(half_written)
        raise


def _refuse_if_changed(path: str, before: bytes) -> None:
    with open(path, "rb") as file:
        if file.read() != before:
            raise Changed(path)


def _keep_owner(path: str, status: os.stat_result) -> None:
    if hasattr(os, "chown"):
        with suppress(OSError):  # only root may give files away
            os.chown(path, status.st_uid, status.st_gid)
    os.chmod(path, status.st_mode & 0o7777)
