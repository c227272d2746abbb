"""Findings that are known and put up with: written down once, left out of later reports.

A finding is known again by its code, the text it points at and a little of what stands round it, so that lines may
move and paragraphs be rewritten elsewhere; two findings alike need two entries.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Mapping
from hashlib import blake2b

import msgspec

from footlint.diagnostic import Diagnostic, Report, fails
from footlint.expressions import expression
from footlint.finding import Severity
from footlint.output import write_new
from footlint.record import Record
from footlint.source import Source

VERSION = 1
#: So many code points on either side belong to the place, white space folded.
_ROUND = 24
#: Where a paragraph or a note ends: what stands beyond is another place.
_PARAGRAPH = expression(r"(?:\r\n?|\n)(?=\s*[\r\n]|\[\^|\d+[.)\s])")


class BaselineError(Exception):
    """A baseline that cannot be read. The message says why."""


class Entry(Record, frozen=True, forbid_unknown_fields=True):
    """One known finding; `message` is for the people who read the file."""

    path: str
    code: str
    place: str
    message: str


class Baseline(Record, frozen=True, forbid_unknown_fields=True):
    """All known findings; paths are relative to the folder of the file."""

    version: int
    known: tuple[Entry, ...]


def write(file: str, report: Report) -> int:
    """Write down the findings of a report, whole or not at all; returns how many. Raises OSError."""
    entries = [
        Entry(_relative(diagnostic.path, file), diagnostic.code, _place(diagnostic, report.sources), diagnostic.message)
        for diagnostic in report.diagnostics
        if diagnostic.path not in report.unreadable  # nobody can put up with a file that has not been looked at
    ]
    content = msgspec.json.format(msgspec.json.encode(Baseline(VERSION, tuple(entries))), indent=1) + b"\n"
    write_new(file, content)
    return len(entries)


def read(file: str) -> Baseline:
    """A baseline written earlier. Raises BaselineError."""
    try:
        with open(file, "rb") as stream:
            content = stream.read()
    except OSError as error:
        raise BaselineError(f"{file}: {(error.strerror or str(error)).lower()}") from None
    try:
        baseline = msgspec.json.decode(content, type=Baseline)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise BaselineError(f"{file} is no baseline of footlint: {error}") from None
    if baseline.version != VERSION:
        raise BaselineError(f"{file} was written by another footlint (version {baseline.version}); write it anew")
    return baseline


def without_known(report: Report, baseline: Baseline, file: str, fail_on: Mapping[str, Severity]) -> Report:
    """The report without what the baseline knows. `fail_on` is the threshold of each path."""
    known = Counter((entry.path, entry.code, entry.place) for entry in baseline.known)
    kept = []
    for diagnostic in report.diagnostics:
        key = _relative(diagnostic.path, file), diagnostic.code, _place(diagnostic, report.sources)
        if known[key] > 0:
            known[key] -= 1
        else:
            kept.append(diagnostic)
    return only(report, kept, fail_on)


def only(report: Report, kept: list[Diagnostic], fail_on: Mapping[str, Severity]) -> Report:
    """The same run with only these diagnostics."""
    failing = sum(
        fails(diagnostic.severity, fail_on[diagnostic.path]) for diagnostic in kept if diagnostic.path in fail_on
    )
    return Report(tuple(kept), report.sources, files=report.files, failing=failing, unreadable=report.unreadable)


def _place(diagnostic: Diagnostic, sources: Mapping[str, Source]) -> str:
    text = sources[diagnostic.path].text
    span = diagnostic.span
    before = _PARAGRAPH.split(text[max(0, span.start - _ROUND) : span.start])[-1]
    after = _PARAGRAPH.split(text[span.end : span.end + _ROUND])[0]
    pieces = (before, text[span.start : span.end], after)
    digest = blake2b(digest_size=10)
    for piece in pieces:
        digest.update(" ".join(piece.split()).encode("utf-8", "surrogatepass") + b"\0")
    return digest.hexdigest()


def _relative(path: str, file: str) -> str:
    folder = os.path.dirname(os.path.abspath(file))
    return os.path.relpath(os.path.abspath(path), folder).replace(os.sep, "/")
