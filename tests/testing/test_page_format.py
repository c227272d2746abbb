"""How a rule's page is taken apart, and what is refused."""

import pytest

from footlint.testing import PageError, parse_page

PAGE = """Summary of the fault.

More about it.

## Why it matters
Because.

## Flagged
```markdown also=FN013,PG001
One.[^1]
```
~~~~text
==> first.txt <==
Two.
==> second.txt <==
## no heading
~~~~

## Clean
```text
Three.
```

## References
A manual.
"""


def test_parts():
    page = parse_page(PAGE)
    assert page.summary == "Summary of the fault."
    assert list(page.sections) == ["Why it matters", "Flagged", "Clean", "References"]
    first, second, clean = page.examples
    assert (first.title, first.files, first.also) == ("Flagged 1", {"example.md": "One.[^1]\n"}, ("FN013", "PG001"))
    assert second.files == {"first.txt": "Two.\n", "second.txt": "## no heading\n"}
    assert page.of("Clean") == (clean,)
    assert clean.files == {"example.txt": "Three.\n"}


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("Summary of the fault.\n\nMore about it.\n", "", "no summary"),
        ("## Why it matters\nBecause.\n", "", "Why it matters is missing"),
        ("## Why it matters\nBecause.\n", "## Why it matters\n", "missing or empty"),
        ("## Clean", "## Flagged", "stands twice"),
        ("## References", "## Sources", "sections are"),
        ("## Why it matters\nBecause.\n\n## Flagged", "## Flagged\n\n## Why it matters\nBecause.\n", "sections are"),
        ("```text\nThree.\n```", "None.", "Clean has no example"),
        ("```text\nThree.\n```", "```text\n```", "Clean 1 is empty"),
        ("```text\nThree.\n```", "```python\nThree.\n```", "should say"),
        ("```text\nThree.\n```", "```text fix=1\nThree.\n```", "also="),
        ("```text\nThree.\n```", "```markdown\nOne.[^1]\n```", "Clean 1 repeats Flagged 1"),
        ("```text\nThree.\n```", "```text\nThree.\n", "never closed"),
    ],
)
def test_refused(old, new, message):
    assert old in PAGE
    with pytest.raises(PageError, match=message):
        parse_page(PAGE.replace(old, new, 1))
