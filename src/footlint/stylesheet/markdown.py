"""The sheet as Markdown, to be kept beside the manuscript."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from footlint.bibliography.entry import Entry
from footlint.stylesheet.sheet import Abbreviation, Rule, Sheet
from footlint.transliteration.names import NameGroup

_PLACES = 6
_LONGEST = 30


def markdown(sheet: Sheet) -> str:
    """The sheet as a Markdown document."""
    parts = ["# Style sheet", *_conventions(sheet.rules), *_romanisation(sheet), *_names(sheet.names)]
    parts += [*_works(sheet.works), *_abbreviations("Abbreviations of locators", sheet.prefixes)]
    parts += _abbreviations("Acronyms", sheet.acronyms)
    return "\n\n".join(parts) + "\n"


def rule_words(rule: Rule) -> str:
    """What the book does, in words."""
    convention = rule.convention
    if convention.value is not None:
        return convention.evidence
    if len(convention.counts) > 1:
        return f"no habit: {convention.evidence}"
    ((value, count),) = convention.counts.items()
    return f"{convention.words.get(value, value)} ({count}, too few to tell)"


def exception_words(rule: Rule, *, one_file: bool) -> str:
    """Where the book does otherwise: "notes 171, 183 …"."""
    notes: dict[str, list[str]] = {}
    for place in rule.exceptions:
        where = "" if one_file else f"{place.path} "
        if place.note:
            notes.setdefault(f"{where}note", []).append(place.note)
        else:
            notes.setdefault(where.strip(), []).append(f"“{place.text[:_LONGEST]}”")
    return "; ".join(_listed(kind, list(dict.fromkeys(places))) for kind, places in notes.items())


def _listed(kind: str, places: list[str]) -> str:
    head = f"{kind}s" if kind.endswith("note") and len(places) > 1 else kind
    return f"{head} {', '.join(places[:_PLACES])}{' …' if len(places) > _PLACES else ''}".strip()


def _conventions(rules: Sequence[Rule]) -> Iterable[str]:
    if rules:
        one_file = len({place.path for rule in rules for place in rule.exceptions}) < 2  # noqa: PLR2004
        yield "## Conventions"
        yield _table(
            ("convention", "this book", "exceptions"),
            ((rule.convention.name, rule_words(rule), exception_words(rule, one_file=one_file)) for rule in rules),
        )


def _romanisation(sheet: Sheet) -> Iterable[str]:
    if sheet.system:
        yield "## Romanisation"
        yield f"{romanisation_words(sheet)}."


def romanisation_words(sheet: Sheet) -> str:
    """The system, and where the book departs from it."""
    from footlint.romanization import get_system

    text = f"{get_system(sheet.system).title} ({sheet.system})"
    if not sheet.departures:
        return text
    kept = (f"{latin or 'nothing'} for {letter.strip('^VS$')}" for letter, latin in sheet.departures.items())
    return f"{text}, but {', '.join(kept)}"


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
