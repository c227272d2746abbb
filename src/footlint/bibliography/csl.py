"""CSL-JSON, which Zotero and pandoc read. Fields: citeproc-js and the CSL 1.0.2 specification, appendix IV."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from footlint.bibliography.entry import Entry, Name

_TYPES = {
    "book": "book",
    "article": "article-journal",
    "contribution": "chapter",
    "newspaper": "article-newspaper",
    "archive": "manuscript",
    "web": "webpage",
    "legal": "legislation",
}


def csl_json(entries: Iterable[Entry]) -> list[dict[str, Any]]:
    """The works as CSL items; a Cyrillic original goes into `original-title`, the romanised form stays in front."""
    return [_item(entry) for entry in entries]


def _item(entry: Entry) -> dict[str, Any]:
    item: dict[str, Any] = {"id": entry.key, "type": "thesis" if entry.is_thesis else _TYPES.get(entry.kind, "book")}
    fields = {
        "title": entry.title,
        "container-title": entry.container,
        "publisher": entry.publisher,
        "publisher-place": entry.place,
        "volume": entry.volume,
        "issue": entry.number,
        "page": entry.pages,
        "edition": entry.edition,
        "archive_location": entry.identifier if entry.kind == "archive" else "",
        "URL": entry.identifier if entry.kind == "web" else "",
        "original-title": entry.original_title,
        # no English title has its capitals
        "language": "ru" if entry.is_russian else "",
    }
    item |= {name: value for name, value in fields.items() if value}
    for role, people in (("author", entry.authors), ("editor", entry.editors)):
        if people:
            item[role] = [_person(name) for name in people]
    years = entry.years
    if years:
        item["issued"] = {"date-parts": [[year] for year in years]}
    elif entry.date:
        item["issued"] = {"literal": entry.date}
    return item


def _person(name: Name) -> dict[str, str]:
    if name.is_institution:
        return {"literal": name.family}
    if not name.given:
        return {"family": name.family}
    return {"family": name.family, "given": name.given}
