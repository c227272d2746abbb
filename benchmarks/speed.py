"""Measures footlint as ratios within one run: to bare Python, pandoc and Markdown linters, and to itself on more text.

usage: speed.py [CHAPTER] [--quick]

Without CHAPTER a chapter of the sample's kind is made up. Peers run when they are installed: pandoc (also the one that
`pypandoc_binary` brings), rumdl, pymarkdown, markdownlint-cli2. Each time is the best of several, taken in turns, so
that a busy machine slows all alike. Install the wheel to measure what users have: a checkout compiles at each start
what a wheel brings compiled.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

FOOTLINT = Path(sys.executable).with_name("footlint")
COMMAND = [str(FOOTLINT)] if FOOTLINT.exists() else [sys.executable, "-m", "footlint"]
BARE = [sys.executable, "-c", "pass"]

NAMES = ("Lindqvist", "Osei", "Tanner", "Brandt", "Moreau", "Keller", "Ortega", "Novak", "Silva", "Hansen")
THINGS = ("Harbour", "Contract", "Railway", "Ledger", "Winter", "Strike", "Market", "Letter", "Bridge", "Court")
SENTENCES = (
    "The ferry was sold in May, and the new owner never paid for it.",
    "Nobody in the town remembered the order, although half of them had signed it.",
    "What the clerk wrote down that evening differs from the printed minutes.",
    "The second winter was worse than the first, and the bridge stayed closed.",
)


def chapter(notes: int, form: str) -> str:
    """A clean chapter with so many notes, about 170 bytes of text to each, as Markdown or as page-foot text."""
    pieces = ["# A chapter\n\n" if form == "md" else "A chapter\n\n"]
    superscript = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
    page = []
    for number in range(1, notes + 1):
        marker = f"[^{number}]" if form == "md" else str(number).translate(superscript)
        pieces.append(SENTENCES[number % len(SENTENCES)] + marker + (" " if number % 4 else "\n\n"))
        name, thing = NAMES[number % 10], THINGS[number // 10 % 10]
        first = 10 + number % 300
        text = f"{name[0]}. {name}, *The {thing} of {name}*, London, Pelham, 1974, pp. {first}–{first + 5}."
        page.append(f"[^{number}]: {text}\n\n" if form == "md" else f"{number} {text}\n\n")
        if number % 4 == 0 or number == notes:
            pieces += (*page,) if number % 4 == 0 else ("\n\n", *page)
            page = []
    return "".join(pieces)


def seconds(command: list[str], **options: object) -> float:
    """How long a command takes; what it prints and its exit status do not matter."""
    began = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False, **options)
    return time.perf_counter() - began


def best(commands: dict[str, list[str]], rounds: int) -> dict[str, float]:
    """The best time of each command, the commands taken in turns."""
    times: dict[str, float] = {}
    for _ in range(rounds):
        for name, command in commands.items():
            times[name] = min(times.get(name, 1e9), seconds(command))
    return times


def memory(command: list[str]) -> float:
    """The most memory that a command held, in MB."""
    script = (
        "import resource, subprocess, sys\n"
        "subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)\n"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)\n"
    )
    output = subprocess.run([sys.executable, "-c", script, *command], capture_output=True, text=True, check=True).stdout
    return int(output) / (1024 * 1024 if sys.platform == "darwin" else 1024)


def pandoc() -> str | None:
    """The path of pandoc, or None."""
    found = shutil.which("pandoc")
    if found:
        return found
    try:
        import pypandoc
    except ImportError:
        return None
    return str(pypandoc.get_pandoc_path())


def peers(path: Path) -> dict[str, list[str]]:
    """Other programs that read or check the same file, as far as they are installed."""
    known = {
        "pandoc reads it": [pandoc(), "-f", "markdown", "-t", "native", str(path), "-o", os.devnull],
        "rumdl": [_beside("rumdl"), "check", "--no-cache", str(path)],
        "pymarkdown": [_beside("pymarkdown"), "scan", str(path)],
        "markdownlint-cli2": [_beside("markdownlint-cli2"), str(path)],
    }
    return {name: [program, *rest] for name, (program, *rest) in known.items() if program}


def _beside(name: str) -> str | None:
    here = Path(sys.executable).with_name(name)
    return str(here) if here.exists() else shutil.which(name)


def row(name: str, value: str, note: str = "") -> None:
    print(f"  {name:34} {value:>10}  {note}")


def one_chapter(path: Path, rounds: int) -> None:
    check = [*COMMAND, "check", str(path)]
    seconds(check)  # once, to fill the cache and to compile
    cold = [*check, "--no-cache"]
    times = best({"bare": BARE, "cold": cold, "notes": [*cold, "--select", "FN,PG"], "warm": check}, rounds)
    print(f"{path.name}: one chapter, {path.stat().st_size / 1000:.0f} KB")
    row("bare python -c pass", f"{times['bare'] * 1000:.0f} ms")
    row(
        "cold, FN and PG (--no-cache)", f"{times['notes'] / times['bare']:.1f} ×", "bare Python; at most 8 is asked for"
    )
    row(
        "cold, all rules (--no-cache)", f"{times['cold'] / times['bare']:.1f} ×", "bare Python; at most 10 is asked for"
    )
    row("warm (unchanged)", f"{times['warm'] / times['bare']:.1f} ×", "bare Python; at most 3 is asked for")
    row("memory, cold", f"{memory([*check, '--no-cache']):.0f} MB", "below 120 is asked for")


def thousand_notes(folder: Path, rounds: int) -> None:
    path = folder / "thousand.md"
    path.write_text(chapter(1000, "md"), encoding="utf-8")
    commands = {"footlint, cold": [*COMMAND, "check", "--no-cache", str(path)], **peers(path)}
    times = best(commands, rounds)
    print(f"1,000 notes, {path.stat().st_size / 1000:.0f} KB of Markdown")
    for name, value in times.items():
        row(name, f"{value * 1000:.0f} ms", f"{value / times['footlint, cold']:.2f} × footlint")


def growth(folder: Path, sizes: tuple[int, ...]) -> None:
    for form in ("txt", "md"):
        print(f"growth, {'page-foot text' if form == 'txt' else 'Markdown'}")
        first = None
        for notes in sizes:
            path = folder / f"growth-{notes}.{form}"
            path.write_text(chapter(notes, form), encoding="utf-8")
            command = [*COMMAND, "check", "--no-cache", str(path)]
            each = seconds(command) / notes
            first = first or each
            row(f"{notes:,} notes", f"{each * 1000:.2f} ms", f"a note, {each / first:.2f} × the first")


def many_files(folder: Path) -> None:
    book = folder / "book"
    book.mkdir()
    for number in range(24):
        (book / f"{number:02}.md").write_text(chapter(400, "md"), encoding="utf-8")
    check = [*COMMAND, "check", str(book)]
    alone = seconds([*check, "--no-cache", "--jobs", "1"])
    together = seconds([*check, "--no-cache"])
    seconds(check)
    warm = seconds(check)
    (book / "03.md").write_text(chapter(399, "md"), encoding="utf-8")
    changed = seconds(check)
    print(f"24 chapters of 400 notes, {os.cpu_count()} cores")
    row("--jobs 1", f"{alone:.2f} s")
    row("all cores", f"{together:.2f} s", f"{alone / together:.2f} × as fast")
    row("warm", f"{warm:.2f} s", f"{warm / together:.3f} of cold")
    row("warm, one chapter changed", f"{changed:.2f} s", f"{changed / together:.3f} of cold")


def main(arguments: list[str]) -> int:
    if {"-h", "--help"}.intersection(arguments):
        print(__doc__)
        return 0
    quick = "--quick" in arguments
    given = [Path(argument) for argument in arguments if argument != "--quick"]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["FOOTLINT_CACHE_DIR"] = str(folder / "cache")
        path = given[0] if given else folder / "chapter.txt"
        if not given:
            path.write_text(chapter(40, "txt"), encoding="utf-8")
        one_chapter(path, 5 if quick else 25)
        thousand_notes(folder, 2 if quick else 5)
        growth(folder, (100, 1_000) if quick else (1_000, 10_000, 100_000))
        if not quick:
            many_files(folder)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
