"""A file that could not be read, so nothing in it was checked.

## Why it matters
A chapter that is skipped in silence looks like a chapter without faults. footlint checks the other files, reports
this one, and ends with exit status 2.

It reads UTF-8, and UTF-16 with a byte order mark. A file in an older encoding shows as "not UTF-8", with the byte and
the line: save it as UTF-8. A NUL means that the file is no text at all.

## References
`footlint check --help` lists the exit statuses.
"""

from __future__ import annotations

from footlint.finding import ERROR
from footlint.rule import engine_rule

UNREADABLE_FILE = engine_rule("E001", "unreadable-file", severity=ERROR, page=__doc__)
