"""A comment or an entry for one note that silences nothing, or names a rule that does not exist.

## Why it matters
A suppression says that someone looked and decided. When the fault is gone the comment is a false statement, and it
would hide the next fault of that kind at the same place. A code with a slip in it never silenced anything.

A comment holds for its line and its note; alone on a line, for the next line with text and the note that begins
there; `ignore-file` for the whole file. Of `[per-note-ignores]`, an entry that names this very file ("chapter3.txt:9")
is looked at; one for any file may be meant for another. A rule that does not run (`select`, `ignore`) cannot show that
its suppression is idle, so nothing is said of it.

## Flagged
```markdown
The ferry was sold in May.[^1] <!-- footlint: ignore[FN001] the note comes with the second proof -->

[^1]: Harbour ledger, 3 May 1911.
```

```markdown
<!-- footlint: ignore[FM001] the note comes with the second proof -->
The ferry was sold in May.[^1]

[^1]: Harbour ledger, 3 May 1911.
```

## Fixed
```markdown
The ferry was sold in May.[^1]

[^1]: Harbour ledger, 3 May 1911.
```

## Clean
```markdown
The ferry was sold in May.[^1] It sank in June.[^2] <!-- footlint: ignore[FN001] comes with the second proof -->

[^1]: Harbour ledger, 3 May 1911.
```

## References
The habit of linters for code: ruff's RUF100, eslint's `--report-unused-disable-directives`.
"""

from __future__ import annotations

from footlint.finding import WARNING
from footlint.rule import engine_rule

UNUSED_SUPPRESSION = engine_rule("E003", "unused-suppression", severity=WARNING, page=__doc__)
