"""What a report has behind its chapters: the style sheet, the names, the works cited."""

from __future__ import annotations

from footlint.expressions import expression

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from footlint.config import Configurations
    from footlint.reporters.html import Appendix, ChapterView
    from footlint.stylesheet import Abbreviation, Sheet

#: More places than this nobody looks up from paper.
_PLACES = 12
_EMPHASIS = expression(r"(?<!\w)([*_]{1,3})(?=\S)(.+?)(?<=\S)\1(?!\w)")
_IN_THE_TEXT = "in the text"


def appendices(views: list[ChapterView], configurations: Configurations) -> Iterator[Appendix]:
    """The tables of all chapters together that have something to say."""
    from footlint.extract import extract
    from footlint.rule import Whole
    from footlint.stylesheet import stylesheet

    if not views:
        return
    settings = configurations.of(views[0].path).settings
    whole = Whole(tuple(extract(view.document) for view in views), settings)
    sheet = stylesheet(whole, {view.path: view.document.source for view in views})
    one_file = len(views) == 1
    yield from _conventions(sheet, one_file=one_file)
    yield from _names(sheet, one_file=one_file)
    yield from _works(sheet, one_file=one_file)


def _conventions(sheet: Sheet, *, one_file: bool) -> Iterator[Appendix]:
    from footlint.reporters.html import Appendix
    from footlint.stylesheet.markdown import exception_words, romanisation_words, rule_words

    rows = tuple(
        (rule.convention.name.replace("-", " "), rule_words(rule), exception_words(rule, one_file=one_file))
        for rule in sheet.rules
    )
    lines = (
        ("Romanisation", romanisation_words(sheet) if sheet.system else ""),
        ("Signs before numbers", _counted(sheet.prefixes)),
        ("Acronyms", _counted(sheet.acronyms)),
    )
    said = tuple(f"{title}: {text}" for title, text in lines if text)
    if rows or said:
        yield Appendix("stylesheet", "Style sheet", ("Convention", "In this text", "Exceptions"), rows, said)


def _names(sheet: Sheet, *, one_file: bool) -> Iterator[Appendix]:
    from footlint.reporters.html import Appendix
    from footlint.transliteration.names import is_decided

    # Those that are spelled in several ways come first: they are what an editor looks for.
    groups = sorted(sheet.names, key=is_decided)
    rows = tuple(
        (
            group.reading or "?",
            group.recommended,
            ", ".join(f"{spelling} {count}" for spelling, count in group.spellings.items()),
            _where(((word.path, word.note) for word in group.occurrences), one_file=one_file),
        )
        for group in groups
    )
    if rows:
        yield Appendix("names", "Names and title words", ("Reading", "Use", "Spelled", "Where"), rows)


def _works(sheet: Sheet, *, one_file: bool) -> Iterator[Appendix]:
    from footlint.reporters.html import Appendix

    rows = tuple(
        (
            _unmarked(entry.full),
            _unmarked(entry.short),
            _where(((cited.path, cited.label) for cited in entry.cited), one_file=one_file),
        )
        for entry in sheet.works
    )
    if rows:
        yield Appendix("works", "Works cited", ("In full", "Short", "Where"), rows)


def _unmarked(text: str) -> str:
    """A reference as written, without the signs of emphasis round its titles."""
    return _EMPHASIS.sub(r"\2", text)


def _counted(found: Iterable[Abbreviation]) -> str:
    return ", ".join(f"{one.text} {one.count}" for one in found)


def _where(places: Iterable[tuple[str, str | None]], *, one_file: bool) -> str:
    """The notes as people list them; of several chapters each with its path."""
    unique = list(dict.fromkeys(places))
    by_path: dict[str, list[str]] = {}
    for path, note in unique[:_PLACES]:
        by_path.setdefault(path, []).append(note or _IN_THE_TEXT)
    shown = "; ".join(f"{'' if one_file else f'{path} '}{_listed(notes)}" for path, notes in by_path.items())
    return f"{shown} …" if len(unique) > _PLACES else shown


def _listed(notes: list[str]) -> str:
    numbers = [note for note in notes if note != _IN_THE_TEXT]
    kinds = [f"note{'s' if len(numbers) > 1 else ''} {', '.join(numbers)}"] if numbers else []
    return ", ".join(kinds + [_IN_THE_TEXT] * (len(numbers) < len(notes)))
