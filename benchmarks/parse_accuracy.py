"""How much of the parse of the tables under `fixtures/notes` is right, field by field, and what a note costs.

    python benchmarks/parse_accuracy.py [FOLDER]

A field counts once for every element where it is expected or found; it is right where both are the same.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

import yaml

from footlint.citations.outline import outline
from footlint.citations.parse import parse_note
from footlint.citations.plain import prose_of

WANTED = 0.97


def main() -> int:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[1] / "fixtures" / "notes"
    right: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    notes = [entry for path in sorted(folder.glob("*.yaml")) for entry in yaml.safe_load(path.read_text("utf-8"))]
    for entry in notes:
        found = outline(parse_note(prose_of(entry["note"])))
        count(entry["expect"], found, right, seen)
    for field in sorted(seen):
        print(f"{field:<12} {right[field]:>5} of {seen[field]:>5}  {right[field] / seen[field]:7.2%}")
    proses = [prose_of(entry["note"]) for entry in notes]
    start = time.perf_counter()
    for prose in proses:
        parse_note(prose)
    print(f"{len(notes)} notes, {(time.perf_counter() - start) / len(notes) * 1000:.2f} ms each")
    return 0 if all(right[field] >= WANTED * seen[field] for field in seen) else 1


def count(expected: list[dict[str, Any]], found: list[dict[str, Any]], right: Counter[str], seen: Counter[str]) -> None:
    """Compare element by element, in order; an element too many or too few misses all its fields."""
    for number in range(max(len(expected), len(found))):
        want = expected[number] if number < len(expected) else {}
        have = found[number] if number < len(found) else {}
        for field in want.keys() | have.keys():
            seen[field] += 1
            right[field] += want.get(field) == have.get(field)


if __name__ == "__main__":
    sys.exit(main())
