"""Measures a book of 30 chapters and 5,000 notes: cold at three lengths, and warm with one changed chapter.

    python benchmarks/book.py [CHAPTERS [NOTES]]

The notes are references of many kinds to some hundred works, romanised Russian and English, shared by the chapters:
full, short, ibid., archives, newspapers. Exits with 1 where the cost of a note grows with the length of the book by
more than a quarter, or where a changed chapter costs more than a quarter of a cold run.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

COMMAND = [sys.executable, "-m", "footlint", "check", "--quiet"]
MOST_GROWTH, MOST_WARM = 1.25, 0.25

#: Surnames, beginnings and ends of titles, imprints: Russian ones and English ones.
KINDS = (
    (
        ("Danilov", "Ivnitskii", "Zelenin", "Osokina", "Khlevniuk", "Kozlova", "Beznin", "Dimoni", "Shcherbakov"),
        ("Istoriia", "Ocherki", "Krest'ianstvo", "Khoziaistvo", "Pamiat'", "Gibel'"),
        ("derevni v gody voiny", "goroda i ego zhitelei", "severnogo kraia", "iuzhnykh gubernii", "zavoda i rabochikh"),
        ("Moscow: Nauka", "Moscow: Volna", "Leningrad: Lenizdat"),
    ),
    (
        ("Calder", "Penn", "Dorn", "Arkwright", "Marsh", "Bell", "Roe", "Harrow", "Finch", "Orrery"),
        ("The Ledger", "The Harbour", "A Winter", "Letters", "The Strike", "Debts"),
        ("of the Northern Ferries", "of the Lower Town", "and Its Witnesses", "of a Weir", "beyond the Bridge"),
        ("Bristol: Avon House", "Cardiff: Taff", "Leeds: Moor Press"),
    ),
)
SENTENCES = (
    "The ferry was sold in May, and the new owner never paid for it.",
    "Nobody in the town remembered the order, although half of them had signed it.",
    "What the clerk wrote down that evening differs from the printed minutes.",
)


def works(chance: random.Random) -> list[tuple[str, str, str]]:
    """Author, title and imprint of each work."""
    found = []
    for surnames, heads, tails, imprints in KINDS:
        for surname in surnames:
            author = f"{chance.choice('ABEIMNPV')}. {chance.choice('ABEIMNPV')}. {surname}"
            for head, tail in zip(chance.sample(heads, 5), tails, strict=True):
                found.append((author, f"{head} {tail}", f"{chance.choice(imprints)}, {chance.randint(1925, 2015)}"))
    return found


def chapter(number: int, notes: int) -> str:
    """One chapter, in which most notes are short references."""
    listed = works(random.Random(1))
    chance = random.Random(number)
    known: set[int] = set()
    body, apparatus = [f"# Chapter {number}\n"], []
    for note in range(1, notes + 1):
        at = chance.randrange(len(listed))
        author, title, imprint = listed[at]
        page = chance.randint(3, 300)
        kind = chance.random()
        if note > 1 and kind < 0.2:
            text = f"Ibid., {page}."
        elif kind < 0.3:
            text = f"GARF, f. {chance.randint(1, 9000)}, op. 1, d. {chance.randint(1, 300)}, l. {page}."
        elif kind < 0.35:
            text = f"*Pravda*, {chance.randint(1, 28)} March 19{chance.randint(20, 50)}."
        elif at in known:
            text = f"{author.rsplit(' ', 1)[1]}, *{title}*, {page}–{page + 3}."
        else:
            known.add(at)
            text = f"{author}, *{title}* ({imprint}), {page}."
        body.append(f"{SENTENCES[note % len(SENTENCES)]}[^{note}]\n")
        apparatus.append(f"[^{note}]: {text}")
    return "\n".join([*body, *apparatus, ""])


def write(folder: Path, chapters: int, notes: int) -> None:
    folder.mkdir()
    (folder / "footlint.toml").write_text('[book]\nchapters = ["*.md"]\nnumbering = "per-chapter"\n', encoding="utf-8")
    for number in range(1, chapters + 1):
        (folder / f"{number:02}.md").write_text(chapter(number, notes), encoding="utf-8")


def seconds(folder: Path, *options: str) -> float:
    began = time.perf_counter()
    done = subprocess.run([*COMMAND, *options, str(folder)], stdout=subprocess.DEVNULL, check=False)
    if done.returncode > 1:
        sys.exit(done.returncode)
    return time.perf_counter() - began


def main(arguments: list[str]) -> int:
    chapters = int(arguments[0]) if arguments else 30
    notes = (int(arguments[1]) if len(arguments) > 1 else 5000) // chapters
    with tempfile.TemporaryDirectory() as name:
        os.environ["FOOTLINT_CACHE_DIR"] = f"{name}/cache"
        (Path(name) / "one.md").write_text("One line.\n", encoding="utf-8")
        start = seconds(Path(name) / "one.md", "--no-cache")  # what every run costs
        each = []
        for size in (chapters // 3, chapters * 2 // 3, chapters):
            folder = Path(name) / str(size)
            write(folder, size, notes)
            cold = min(seconds(folder, "--no-cache") for _ in range(2))
            each.append((cold - start) / (size * notes))
            print(f"{size:3} chapters, {size * notes:5} notes   cold {cold:6.2f} s   {each[-1] * 1000:.2f} ms a note")
        seconds(folder)
        same = seconds(folder)
        path = folder / f"{chapters // 2:02}.md"
        path.write_text(path.read_text("utf-8").replace("Nobody in", "Few in", 1), encoding="utf-8")
        changed = seconds(folder)
        path.write_text(path.read_text("utf-8").replace("Ibid., ", "Ibid., 1", 1), encoding="utf-8")
        note = seconds(folder)
    growth = each[-1] / each[0]
    print(f"a note of the longest costs {growth:.2f} × one of the shortest; at most {MOST_GROWTH} is asked for")
    print(f"unchanged                     {same:6.2f} s   {same / cold:.3f} of cold")
    print(f"a sentence changed            {changed:6.2f} s   {changed / cold:.3f} of cold")
    print(f"a note changed                {note:6.2f} s   {note / cold:.3f} of cold; at most {MOST_WARM} is asked for")
    return int(growth > MOST_GROWTH or max(changed, note) > MOST_WARM * cold)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
