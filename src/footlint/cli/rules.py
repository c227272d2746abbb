"""List the rules: code, name, severity, and the fault in one line.

examples:
  footlint rules                  all rules
  footlint rules --format json    for a program
  footlint explain FN003          the page of one rule
"""

from __future__ import annotations

import sys

from footlint.cli.options import write

TYPE_CHECKING = False
if TYPE_CHECKING:
    from footlint.cli.arguments import Arguments, Options
    from footlint.rule import Rule


def add_arguments(command: Arguments) -> None:
    """The options of this command."""
    command.add_argument("--format", choices=("text", "json"), default="text", help="how they are printed")


def run(options: Options) -> int:
    """Print the table."""
    from footlint.rules import MODULES, load

    rules = [load(code) for code in MODULES]
    write(_json(rules) if options.format == "json" else _table(rules))
    return 0


def _table(rules: list[Rule]) -> str:
    from footlint.reporters.frame import wrap
    from footlint.reporters.page import page_for

    page = page_for(sys.stdout)
    names = max(len(rule.name) for rule in rules)
    lines = []
    for rule in rules:
        head = f"{rule.code:5}  {rule.name:{names}}  {rule.severity:7}  "
        if len(head) > page.width // 2:  # too narrow for a column of faults
            lines += [" ".join(head.split()), *("  " + line for line in wrap(summary(rule), page.width - 2))]
        else:
            first, *others = wrap(summary(rule), page.width - len(head))
            lines += [head + first, *(" " * len(head) + line for line in others)]
    return "".join(f"{line}\n" for line in lines)


def _json(rules: list[Rule]) -> str:
    from footlint.reporters.json import VERSION, encode

    return encode(
        {
            "version": VERSION,
            "rules": [
                {"code": rule.code, "name": rule.name, "severity": rule.severity, "summary": summary(rule)}
                for rule in rules
            ],
        }
    )


def summary(rule: Rule) -> str:
    """The first line of a rule's page."""
    return rule.page.strip().split("\n", 1)[0]
