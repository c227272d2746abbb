"""Ibid. in a book whose house style does without it.

## Why it matters
Ibid. breaks when a note is added before it, and on a screen it sends the reader scrolling; so some houses ask for the
short title instead. The rule speaks only where the configuration says so: `ibid = "avoided"` under `[style]`, or a
profile that has it; an ibid. that leads to several works, or to none, is told as that.

## Flagged
```markdown
==> footlint.toml <==
[style]
ibid = "avoided"
==> example.md <==
Rain.[^1] Hail.[^2]

[^1]: Ruth Calder, *Mills and Millers* (Bristol: Avon House, 1988), p. 20.
[^2]: Ibid., p. 31.
```

## Clean
```markdown
Rain.[^1] Hail.[^2]

[^1]: Ruth Calder, *Mills and Millers* (Bristol: Avon House, 1988), p. 20.
[^2]: Ibid., p. 31.
```

## References
The Chicago Manual of Style, 17th ed., 14.34, which discourages ibid. in favour of the short form.
"""

from __future__ import annotations

from collections.abc import Iterator

from footlint.conventions.citations import IBID, ibids
from footlint.finding import WARNING, Finding
from footlint.rule import Chapter, chapter_rule
from footlint.works import Cited


@chapter_rule("CT017", "unwanted-ibid", severity=WARNING)
def unwanted_ibid(chapter: Chapter) -> Iterator[Finding]:
    """Report every ibid. where the house avoids it."""
    convention = chapter.conventions[IBID.name]
    if convention.value != "avoided":
        return
    told = {cited.citation.back for at, cited in enumerate(chapter.cited) if _is_told(cited, at)}
    for one in ibids(chapter.facts):
        if one.word in told:
            continue
        yield Finding(one.word.span, f"{one.word.text} is used; {convention.evidence}", note=one.note.label)


def _is_told(cited: Cited, at: int) -> bool:
    """Whether the rules on what it leads to speak already: it leads to several works, or nothing stands before it."""
    return bool(cited.candidates) or (at == 0 and cited.antecedent is None)
