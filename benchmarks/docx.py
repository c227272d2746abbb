"""How long a book-length Word file takes to read, beside pandoc: `python benchmarks/docx.py [WORDS NOTES]`."""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "docx"))

from wordfile import call, i, note, p, r, word

TEXT = """
the harbour office kept its books in two hands and nobody who came to read them in later years could say which
of the clerks had written the first and which the second though both had signed every page
"""
WORDS = TEXT.split()


def manuscript(words: int, notes: int) -> bytes:
    """A manuscript of so many words, in runs of about a dozen words as Word writes them."""
    chance = random.Random(7)
    body, written, called, every = [], 0, 0, max(1, words // notes)
    while written < words:
        runs = []
        for _ in range(chance.randint(6, 20)):
            size = chance.randint(4, 20)
            text = " ".join(chance.choices(WORDS, k=size)) + " "
            runs.append(i(text) if chance.random() < 0.1 else r(text, '<w:lang w:val="en-GB"/>'))
            written += size
            if called < notes and written >= called * every:
                called += 1
                runs.append(call(called))
        body.append(p(*runs))
    written_notes = "".join(
        note(at, "A. Lund, ", i("The Harbour Books"), f" (Vellin: Quay, 19{at % 90 + 10}), pp. {at}–{at + 9}.")
        for at in range(1, called + 1)
    )
    return word("".join(body), written_notes)


def seconds(command: list[str], runs: int = 5) -> float:
    """The best of some runs of a command."""
    best = float("inf")
    for _ in range(runs):
        started = time.perf_counter()
        # The check of the manuscript has findings, which is status 1.
        if subprocess.run(command, check=False, stdout=subprocess.DEVNULL).returncode > 1:
            raise SystemExit(f"failed: {command}")
        best = min(best, time.perf_counter() - started)
    return best


def main() -> None:
    words, notes = (int(sys.argv[1]), int(sys.argv[2])) if len(sys.argv) > 2 else (130_000, 215)
    import pypandoc

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "book.docx"
        path.write_bytes(manuscript(words, notes))
        ours = "import sys; from footlint.readers.docx import read_docx; read_docx('b', open(sys.argv[1], 'rb').read())"
        print(f"{words} words, {notes} notes, {path.stat().st_size >> 10} KB")
        print(f"footlint, a fresh process: {seconds([sys.executable, '-c', ours, str(path)]):.2f} s")
        check = [sys.executable, "-m", "footlint", "check", "--isolated", "--no-cache", str(path)]
        print(f"footlint check, no cache:  {seconds(check):.2f} s")
        pandoc = [pypandoc.get_pandoc_path(), "-f", "docx", "-t", "native", "-o", "/dev/null", str(path)]
        print(f"pandoc:                    {seconds(pandoc):.2f} s")


if __name__ == "__main__":
    main()
