"""The sheet as Markdown, to be kept beside the manuscript."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from footlint.bibliography.entry import Entry
from footlint.stylesheet.sheet import Abbreviation, Rule, Sheet
from footlint.transliteration.names import NameGroup

_PLACES = 6


def markdown(sheet: Sheet) -> str:
    """The sheet as a Markdown document."""
    parts = ["# Style sheet", *_conventions(sheet.rules), *_romanisation(sheet), *_names(sheet.names)]
    parts += [*_works(sheet.works), *_abbreviations("Abbreviations of locators", sheet.prefixes)]
    parts += _abbreviations("Acronyms", sheet.acronyms)
    return "\n\n".join(parts) + "\n"


def rule_words(rule: Rule) -> str:
    """What the book does, in words."""
    convention = rule.convention
    if convention.value is None:
        return f"no habit: {convention.evidence}"
    return convention.evidence


def exception_words(rule: Rule) -> str:
    """Where the book does otherwise: "note 171, note 183 …"."""
    where = list(
        dict.fromkeys(f"note {place.note}" if place.note else f"“{place.text[:30]}”" for place in rule.exceptions)
    )
    return ", ".join(where[:_PLACES]) + (" …" if len(where) > _PLACES else "")


def _conventions(rules: Sequence[Rule]) -> Iterable[str]:
    if rules:
        yield "## Conventions"
        yield _table(
            ("convention", "this book", "exceptions"),
            ((rule.convention.name, rule_words(rule), exception_words(rule)) for rule in rules),
        )


def _romanisation(sheet: Sheet) -> Iterable[str]:
    if sheet.system:
        from footlint.romanization import get_system

        yield "## Romanisation"
        text = f"{get_system(sheet.system).title} (`{sheet.system}`)"
        if sheet.departures:
            kept = ", ".join(
                f"{latin or 'nothing'} for {letter.strip('^VS$')}" for letter, latin in sheet.departures.items()
            )
            text += f", but {kept}"
        yield text + "."


def _names(groups: Sequence[NameGroup]) -> Iterable[str]:
    if groups:
        yield "## Names and title words"
        yield _table(
            ("use", "reading", "spelled"),
            (
                (
                    group.recommended,
                    group.reading,
                    ", ".join(f"{spelling} {count}" for spelling, count in group.spellings.items()),
                )
                for group in groups
            ),
        )


def _works(found: Sequence[Entry]) -> Iterable[str]:
    if found:
        yield "## Works cited"
        yield _table(
            ("in full", "short", "cited"), ((entry.full, entry.short, str(len(entry.cited))) for entry in found)
        )


def _abbreviations(title: str, found: Sequence[Abbreviation]) -> Iterable[str]:
    if found:
        yield f"## {title}"
        yield ", ".join(f"{_cell(one.text)} ({one.count})" for one in found)


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(_cell(text) for text in line)} |" for line in lines)


def _cell(text: str) -> str:
    return text.replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;").replace("\n", " ")
