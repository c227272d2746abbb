"""Write a folder of generated chapters with their labels: `cd tests && python -m generated.make FOLDER COUNT FIRST`."""

from __future__ import annotations

import json
import os
import sys

from generated.chapters import chapter


def _place(text: str, start: int, end: int) -> tuple[int, int, int]:
    """Line, column and end column, from 1; no fault runs over a line."""
    line = text.rfind("\n", 0, start) + 1
    return text.count("\n", 0, start) + 1, start - line + 1, end - line + 1


def main() -> None:
    folder, count, first = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    os.makedirs(folder, exist_ok=True)
    labels = []
    for seed in range(first, first + count):
        made = chapter(seed, clean=seed % 5 == 4)
        with open(os.path.join(folder, made.name), "w", encoding="utf-8", newline="") as out:
            out.write(made.text)
        for fault, spots in made.faults:
            labels.append(
                {
                    "file": made.name,
                    "codes": fault.codes,
                    "spots": [_place(made.text, *spot) for spot in spots],
                    "what": fault.what,
                }
            )
        if not made.faults:
            labels.append({"file": made.name, "codes": [], "spots": [], "what": "clean"})
    with open(os.path.join(folder, "labels.json"), "w", encoding="utf-8") as out:
        json.dump(labels, out, ensure_ascii=False, indent=1)


if __name__ == "__main__":
    main()
