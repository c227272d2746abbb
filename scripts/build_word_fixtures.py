"""Write the chapters of `fixtures/docx` as plain text and as Word files, from their Markdown."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from footlint.testing.word import word_file

FOLDER = Path(__file__).parents[1] / "fixtures" / "docx"
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def as_text(markdown: str) -> str:
    """The chapter as somebody would type it: superscript figures, notes at the end."""
    text = re.sub(r"^\[\^(\d+)\]:", r"\1.", markdown, flags=re.MULTILINE)
    text = re.sub(r"\[\^(\d+)\]", lambda match: match[1].translate(_RAISED), text)
    return re.sub(r"\*([^*\n]+)\*", r"_\1_", text.removeprefix("# "))


def built() -> dict[Path, bytes]:
    """What each file should hold."""
    files = {}
    for path in sorted(FOLDER.glob("*.md")):
        markdown = path.read_text("utf-8")
        files[path.with_suffix(".txt")] = as_text(markdown).encode()
        files[path.with_suffix(".docx")] = word_file(markdown)
    return files


def main() -> int:
    """Write them, or with `--check` tell whether they are up to date."""
    stale = [path for path, data in built().items() if not path.exists() or path.read_bytes() != data]
    if "--check" in sys.argv[1:]:
        for path in stale:
            print(f"{path} is not what its Markdown says: run {Path(__file__).name}")
        return 1 if stale else 0
    for path in stale:
        path.write_bytes(built()[path])
    return 0


if __name__ == "__main__":
    sys.exit(main())
