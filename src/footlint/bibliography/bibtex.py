"""BibLaTeX entries, written by bibtexparser, which knows how to escape them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from footlint.bibliography.entry import Entry, Name

_TYPES = {
    "book": "book",
    "article": "article",
    "contribution": "incollection",
    "newspaper": "article",
    "archive": "unpublished",
    "web": "online",
    "legal": "legislation",
}
_SPECIAL = {
    "\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
    **{sign: "\\" + sign for sign in "&%$#_{}"},
}  # fmt: skip


def bibtex(entries: Iterable[Entry]) -> str:
    """The works as a .bib file. `origtitle` holds the Cyrillic title, where it is certain."""
    from bibtexparser.entrypoint import write_string
    from bibtexparser.library import Library
    from bibtexparser.model import Block, Field
    from bibtexparser.model import Entry as BibEntry

    escape = _escape()
    items: list[Block] = [
        BibEntry(
            "thesis" if entry.is_thesis else _TYPES.get(entry.kind, "book"),
            entry.key,
            [Field(*field) for field in _fields(entry, escape)],
        )
        for entry in entries
    ]
    return str(write_string(Library(items)))


def _escape() -> Callable[[str], str]:
    """What escapes the signs that LaTeX takes for its own; letters of any script stay, as biber reads UTF-8."""
    from pylatexenc.latexencode import RULE_DICT, UnicodeToLatexConversionRule, UnicodeToLatexEncoder

    rule = UnicodeToLatexConversionRule(rule_type=RULE_DICT, rule={ord(sign): text for sign, text in _SPECIAL.items()})
    encode: Callable[[str], str] = UnicodeToLatexEncoder(
        conversion_rules=[rule], unknown_char_policy="keep", unknown_char_warning=False
    ).unicode_to_latex
    return encode


def _fields(entry: Entry, escape: Callable[[str], str]) -> Iterator[tuple[str, str]]:
    journal = entry.kind in {"article", "newspaper"}
    web = entry.kind == "web"
    fields = {
        "origtitle": entry.original_title,
        "journaltitle" if journal else "": entry.container,
        "institution" if entry.is_thesis else "publisher": entry.publisher,
        "location": entry.place,
        "date": "/".join(str(year) for year in entry.years) or entry.year,
        "volume": entry.volume,
        "number": entry.number,
        "pages": entry.pages.replace("–", "--"),
        "edition": entry.edition,
        "note": entry.date,
        "howpublished": "" if web else entry.identifier,
    }
    for role, people in (("author", entry.authors), ("editor", entry.editors)):
        if people:
            others = ["others"] if entry.et_al and (role == "author" or not entry.authors) else []
            yield role, " and ".join([*(_person(name, escape) for name in people), *others])
    # in braces of its own, so that no style sets it in other letters than the manuscript
    for name, value in (("title", entry.title), ("booktitle", "" if journal else entry.container)):
        if value:
            yield name, f"{{{escape(value)}}}"
    for name, value in fields.items():
        if name and value:
            yield name, escape(value)
    if web and entry.identifier:
        yield "url", entry.identifier


def _person(name: Name, escape: Callable[[str], str]) -> str:
    """Surname first, so that BibTeX need not guess; what it would take apart, as an institution, in braces."""
    family = escape(name.family)
    if name.is_institution or "," in family or " and " in family:
        family = f"{{{family}}}"
    return f"{family}, {escape(name.given)}" if name.given else family
