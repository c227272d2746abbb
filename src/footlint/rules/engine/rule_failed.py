"""A rule that failed on a chapter; all other rules went on.

## Why it matters
This is a fault of footlint, not of the manuscript. What the rule would have found is missing from the report, so the
run does not pass as clean. Please report it, with the note at which it happens if you can tell; setting
`FOOTLINT_DEBUG=1` in the environment prints where the rule failed.

Until it is mended, `ignore = ["E002"]` or leaving out the rule lets the run pass.

## References
The issue tracker of footlint.
"""

from __future__ import annotations

from footlint.finding import ERROR
from footlint.rule import engine_rule

RULE_FAILED = engine_rule("E002", "rule-failed", severity=ERROR, page=__doc__)
