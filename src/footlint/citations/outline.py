"""The parse of a note as plain values, for a person to read and for the tables under `fixtures/notes`.

A person's surname stands in brackets (`[Zimin] A. A.`); a title shows how it is set (`*italic*`, `“quoted”`,
or plain); a locator is its kind, its prefix, a bar, and what it points at (`pages pp. | 45–47`), followed by marks in
braces: `{bracket}`, `{extent}`, and `{…}` for what is wrong with its form.
"""

from __future__ import annotations

from typing import Any

from footlint.citations.model import Citation, CrossReference, Element, Locator, PageRange, Person, Remark, Title

_FIELDS = ("signal", "back", "edition", "place", "publisher", "year")


def outline(elements: tuple[Element, ...]) -> list[dict[str, Any]]:
    """One mapping an element, with the fields that are set."""
    return [_element(element) for element in elements]


def _element(element: Element) -> dict[str, Any]:
    if isinstance(element, Remark):
        return {"remark": element.text.text}
    if isinstance(element, CrossReference):
        reference: dict[str, Any] = {
            "note": element.word.text, "targets": [target.text for target in element.targets],
        }  # fmt: skip
        return reference | ({"elsewhere": True} if element.elsewhere else {})
    return _citation(element)


def _citation(citation: Citation) -> dict[str, Any]:
    fields: dict[str, Any] = {"kind": citation.kind}
    for name in _FIELDS:
        text = getattr(citation, name)
        if text is not None:
            fields[name] = text.text
    groups = {
        "authors": [person(one) for one in citation.authors],
        "editors": [person(one) for one in citation.editors if one.role == "editor"],
        "translators": [person(one) for one in citation.editors if one.role == "translator"],
        "locators": [locator(one) for one in citation.locators],
    }
    fields |= {name: group for name, group in groups.items() if group}
    titles = {"title": citation.title, "container": citation.container, "translation": citation.translation}
    fields |= {name: _title(title) for name, title in titles.items() if title is not None}
    flags = {"et_al": citation.et_al, "whole": citation.whole, "run_on": citation.run_on}
    return fields | {name: True for name, flag in flags.items() if flag}


def person(one: Person) -> str:
    """A name with its surname in brackets."""
    text, surname = one.text, one.surname
    if surname is None:
        return text.text
    # not by the spans: a name may run over a line end
    at = text.text.find(surname.text) if one.order == "surname-first" else text.text.rfind(surname.text)
    return f"{text.text[:at]}[{surname.text}]{text.text[at + len(surname.text) :]}"


def _title(title: Title) -> str:
    if title.style == "italic":
        return f"*{title.text.text}*"
    return f"“{title.text.text}”" if title.style == "quoted" else title.text.text


def locator(one: Locator) -> str:
    """A locator in one line."""
    content = one.value.text if one.value is not None else ", ".join(_range(pages) for pages in one.ranges)
    prefix = f" {one.prefix.text} |" if one.prefix is not None else ""
    marks = [mark for mark, given in (("bracket", one.parenthesised), ("extent", one.extent)) if given]
    marks += [one.flaw] if one.flaw else []
    return f"{one.kind}{prefix} {content}".rstrip() + "".join(f" {{{mark}}}" for mark in marks)


def _range(pages: PageRange) -> str:
    dash = pages.dash.text if pages.dash is not None else ""
    suffix = f" {pages.suffix.text}" if pages.suffix is not None else ""
    return f"{pages.first}{dash}{pages.last or ''}{suffix}"
