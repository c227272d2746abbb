"""A note that ends without a stop where the book's others have one, or the reverse.

## Why it matters
Notes are closed with a full stop in nearly all styles; where a book does so, the few without one are slips. It is a
hint: nothing is lost. Notes that end with an address of the web are left out of account.

## Flagged
```markdown
Rain fell.[^1] Hail fell.[^2] Fog rose.[^3] Frost came.[^4] Snow fell.[^5]

[^1]: Weather book, p. 1.
[^2]: Weather book, p. 2.
[^3]: Weather book, p. 3
[^4]: Weather book, p. 4.
[^5]: Weather book, p. 5.
```

```markdown
Rain fell.[^1] Hail fell.[^2] Fog rose.[^3] Frost came.[^4] Snow fell.[^5]

[^1]: Weather book, p. 1.
[^2]: Weather book, p. 2.
[^3]: Harbour ledger, WB 12/C412/3
[^4]: Weather book, p. 4.
[^5]: Weather book, p. 5.
```

## Fixed
```markdown
Rain fell.[^1] Hail fell.[^2] Fog rose.[^3] Frost came.[^4] Snow fell.[^5]

[^1]: Weather book, p. 1.
[^2]: Weather book, p. 2.
[^3]: Weather book, p. 3.
[^4]: Weather book, p. 4.
[^5]: Weather book, p. 5.
```

```markdown
Rain fell.[^1] Hail fell.[^2] Fog rose.[^3] Frost came.[^4] Snow fell.[^5]

[^1]: Weather book, p. 1.
[^2]: Weather book, p. 2.
[^3]: Harbour ledger, WB 12/C412/3.
[^4]: Weather book, p. 4.
[^5]: Weather book, p. 5.
```

## Clean
```markdown
Rain fell.[^1] Hail fell.[^2] Fog rose.[^3] Frost came.[^4]

[^1]: Weather book, p. 1
[^2]: Weather book, p. 2
[^3]: Weather book, p. 3
[^4]: Weather book, p. 4
```

```markdown
Rain fell.[^1] Hail fell.[^2] Fog rose.[^3] Frost came.[^4] Snow fell.[^5]

[^1]: Weather book, p. 1.
[^2]: Weather book, p. 2.
[^3]: Weather book, https://press.example/weather/3
[^4]: Weather book, p. 4.
[^5]: Weather book, press.example/weather/5
```

## References
The Chicago Manual of Style, 17th ed., 14.19; MHRA Style Guide, 4th ed., § 9.2: notes end with a full stop.
"""

from __future__ import annotations

from collections.abc import Iterator

from footlint.conventions.markers import FINAL_STOP
from footlint.document import EMPHASIS_OPEN, MARKER, OPAQUE, PRIVATE
from footlint.facts import NoteFact
from footlint.finding import HINT, Edit, Finding, Fix
from footlint.rule import Chapter, chapter_rule
from footlint.source import Span


@chapter_rule("FN013", "missing-final-stop", severity=HINT)
def missing_final_stop(chapter: Chapter) -> Iterator[Finding]:
    """Report the notes that end the rarer way."""
    facts = {fact.span: fact for fact in chapter.notes}
    evidence = chapter.conventions[FINAL_STOP.name].evidence
    for odd in chapter.against(FINAL_STOP):
        fact = facts[odd.span]
        has = "has no final stop" if odd.value == "none" else "has a final stop"
        last = _last(fact)
        fix = _close(fact) if odd.value == "none" else None
        yield Finding(last, f"note {fact.label or 'here'} {has}; {evidence}", fix=fix, note=fact.label)


def _last(fact: NoteFact) -> Span:
    """The last code point of the text."""
    prose = fact.note.prose
    end = len(prose.text.rstrip(PRIVATE + " \t\n"))
    return prose.span(end - 1, end)


def _close(fact: NoteFact) -> Fix | None:
    """Add the stop behind all that closes the note, emphasis too; none where a marker or an image ends it."""
    text = fact.note.prose.text.rstrip(" \t\n")
    if text[-1:] in {MARKER, OPAQUE, EMPHASIS_OPEN} or not text.rstrip(PRIVATE)[-1:].isalnum():
        return None
    at = fact.note.prose.source_end(len(text))
    return Fix("Add a full stop", (Edit(Span(at, at), "."),), "safe")
