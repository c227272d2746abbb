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
        BibEntry(_TYPES.get(entry.kind, "book"), entry.key, [Field(*field) for field in _fields(entry, escape)])
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
        "author": " and ".join(_person(name) for name in entry.authors),
        "editor": " and ".join(_person(name) for name in entry.editors),
        "title": entry.title,
        "origtitle": entry.original_title,
        "journaltitle" if journal else "booktitle": entry.container,
        "publisher": entry.publisher,
        "location": entry.place,
        "date": entry.year,
        "volume": entry.volume,
        "number": entry.number,
        "pages": entry.pages.replace("–", "--"),
        "edition": entry.edition,
        "note": entry.date,
        "howpublished": "" if web else entry.identifier,
    }
    for name, value in fields.items():
        if value:
            yield name, escape(value)
    if web and entry.identifier:
        yield "url", entry.identifier


def _person(name: Name) -> str:
    """Surname first, so that BibTeX need not guess; an institution is all surname."""
    if name.given:
        return f"{name.family}, {name.given}"
    return name.family
