"""A rule's page and the examples on it: one text that documents the rule and tests it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from footlint.record import Record

#: The sections of a page in their order.
SECTIONS = ("Why it matters", "Flagged", "Fixed", "Clean", "References")
#: What every page has; examples may be missing only where no rule checks anything.
_NEEDED = ("Why it matters", "References")
_WITH_EXAMPLES = ("Flagged", "Fixed", "Clean")
#: The word after an opening fence → the file name under which the example is read.
_NAMES = {"markdown": "example.md", "text": "example.txt", "word": "example.docx"}
_FENCE = re.compile(r"(?P<sign>`{3,}|~{3,})(?P<info>.*)")
#: A line such as `==> second.md <==` begins another chapter of the same example.
_HEAD = re.compile(r"==> (?P<name>\S+) <==")


class PageError(ValueError):
    """A page that is not built as a page should be."""


class Example(Record, frozen=True):
    """One fenced manuscript: its section, its place in it from 1, its chapters by file name.

    `also` are the codes of other rules that the example may break too, named after the fence: `markdown also=FN013`.
    """

    section: str
    number: int
    files: dict[str, str]
    also: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """What to call the example."""
        return f"{self.section} {self.number}"


class Page(Record, frozen=True):
    """A page taken apart: the summary line, the sections' texts by title, the examples in order."""

    summary: str
    sections: dict[str, str]
    examples: tuple[Example, ...]

    def of(self, section: str) -> tuple[Example, ...]:
        """The examples of one section."""
        return tuple(example for example in self.examples if example.section == section)


def parse_page(page: str) -> Page:
    """Take a page apart. Raises PageError where a part is missing, empty, doubled or out of order."""
    head, sections = _sections(page)
    summary = head.strip().split("\n", 1)[0]
    if not summary:
        raise PageError("the page has no summary line")
    known = [title for title in SECTIONS if title in sections]
    if list(sections) != known:
        raise PageError(f"the sections are {', '.join(sections)}; they should be {', '.join(SECTIONS)}")
    for title in (*_NEEDED, *sections):
        if not sections.get(title, "").strip():
            raise PageError(f"the section {title} is missing or empty")
    examples = tuple(example for title in _WITH_EXAMPLES for example in _examples(title, sections.get(title, "")))
    seen: dict[str, str] = {}
    for example in examples:
        text = "\0".join(example.files.values())
        if example.section != "Fixed" and text in seen:
            raise PageError(f"{example.title} repeats {seen[text]}")
        seen.setdefault(text, example.title)
    for title in _WITH_EXAMPLES:
        if title in sections and not any(example.section == title for example in examples):
            raise PageError(f"the section {title} has no example")
    return Page(summary, sections, examples)


def _sections(page: str) -> tuple[str, dict[str, str]]:
    """What stands before the first heading, and the text under each; headings inside fences are none."""
    texts: dict[str, list[str]] = {}
    head: list[str] = []
    current = head
    fence = ""
    for line in page.splitlines(keepends=True):
        match = _FENCE.match(line)
        if match and not fence:
            fence = match["sign"]
        elif fence and line.strip() == fence:
            fence = ""
        elif not fence and line.startswith("## "):
            title = line[3:].strip()
            if title in texts:
                raise PageError(f"the section {title} stands twice")
            current = texts[title] = []
            continue
        current.append(line)
    if fence:
        raise PageError("a fence is never closed")
    return "".join(head), {title: "".join(lines) for title, lines in texts.items()}


def _examples(section: str, text: str) -> Iterator[Example]:
    number = 0
    lines = iter(text.splitlines(keepends=True))
    for line in lines:
        match = _FENCE.match(line)
        if not match:
            continue
        number += 1
        body = []
        for inner in lines:
            if inner.strip() == match["sign"]:
                break
            body.append(inner)
        yield _example(section, number, match["info"].split(), body)


def _example(section: str, number: int, info: list[str], lines: list[str]) -> Example:
    if not info or info[0] not in _NAMES:
        raise PageError(f"{section} {number}: the fence should say {' or '.join(_NAMES)}")
    also: tuple[str, ...] = ()
    for option in info[1:]:
        key, _, value = option.partition("=")
        if key != "also" or not value:
            raise PageError(f"{section} {number}: the fence says {option!r}, known is also=CODE,CODE")
        also = tuple(value.split(","))
    files: dict[str, list[str]] = {}
    name = _NAMES[info[0]]
    for line in lines:
        head = _HEAD.fullmatch(line.strip())
        if head:
            name = head["name"]
        elif files or line.strip():
            files.setdefault(name, []).append(line)
    if not files:
        raise PageError(f"{section} {number} is empty")
    return Example(section, number, {name: "".join(body) for name, body in files.items()}, also)
