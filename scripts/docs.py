"""Writes docs/rules/, a page a rule and the index, from the rules themselves; --check fails where they are stale."""

from __future__ import annotations

import sys
from pathlib import Path

from footlint.rule import Rule
from footlint.rules import MODULES, load
from footlint.testing import parse_page

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "rules"
FAMILIES = {
    "FN": "Numbering and integrity of notes",
    "PG": "Locators",
    "TR": "Transliteration",
    "CT": "Citations",
    "TY": "Typography",
    "E": "The run itself",
}


def page(rule: Rule) -> str:
    """The page of one rule: a heading, its table row in words, then its own text."""
    summary, _, rest = rule.page.strip().partition("\n")
    scope = "all chapters of a book together" if rule.scope == "book" else "one chapter"
    facts = f"{summary}\n\nSeverity: {rule.severity} · looks at {scope} · fix: {_fix(rule)}"
    return f"# {rule.code} {rule.name}\n\n{facts}\n{rest.rstrip()}\n"


def _fix(rule: Rule) -> str:
    return "yes" if parse_page(rule.page).of("Fixed") else "no"


def index(rules: list[Rule]) -> str:
    """The table of all rules, family by family."""
    lines = [
        "# Rules",
        "",
        "Written by `scripts/docs.py` from the rules themselves. An error is broken whatever the style, a warning very",
        "likely wrong, a hint worth a look. `footlint explain CODE` prints a page.",
    ]
    family = ""
    for rule in rules:
        of = rule.code.rstrip("0123456789")
        if of != family:
            family = of
            lines += [
                "",
                f"## {family} · {FAMILIES[family]}",
                "",
                "| code | name | severity | fix | |",
                "|---|---|---|---|---|",
            ]
        summary = parse_page(rule.page).summary
        lines.append(f"| [{rule.code}]({rule.code}.md) | {rule.name} | {rule.severity} | {_fix(rule)} | {summary} |")
    return "\n".join(lines) + "\n"


def pages() -> dict[str, str]:
    """What the folder should hold, by file name."""
    rules = [load(code) for code in MODULES]
    return {"index.md": index(rules)} | {f"{rule.code}.md": page(rule) for rule in rules}


def stale(folder: Path = FOLDER) -> list[str]:
    """The files that are missing, out of date, or of a rule that is no more."""
    wanted = pages()
    there = {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.md")}
    return sorted(name for name in wanted.keys() | there.keys() if wanted.get(name) != there.get(name))


def main(arguments: list[str]) -> int:
    """Write the folder, or with --check say what is stale."""
    if arguments not in ([], ["--check"]):
        print(f"usage: {Path(__file__).name} [--check]", file=sys.stderr)
        return 2
    names = stale()
    if arguments:
        for name in names:
            print(f"docs/rules/{name} is stale; run scripts/docs.py")
        return 1 if names else 0
    FOLDER.mkdir(parents=True, exist_ok=True)
    wanted = pages()
    for name in names:
        if name in wanted:
            (FOLDER / name).write_text(wanted[name], encoding="utf-8")
        else:
            (FOLDER / name).unlink()
        print(f"docs/rules/{name}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
