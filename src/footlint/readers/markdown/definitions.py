"""Where a Markdown text defines its links: `[1]: https://…`."""

from __future__ import annotations

import re
from typing import NamedTuple

from footlint.expressions import expression
from footlint.readers.markdown.structure import code_points
from footlint.source import Span

#: A definition on lines of its own. CommonMark also allows one to run over several lines, which nobody does.
_LINK = expression(
    r"""^[ ]{0,3}\[(?P<label>(?!\^)(?:[^\[\]\\\n]|\\.)+)\]:[ \t]*(?P<target><[^<>\n]*>|[^\s<]\S*)
    (?:[ \t]+(?:"[^"\n]*"|'[^'\n]*'|\([^()\n]*\)))?[ \t]*$""",
    re.VERBOSE | re.MULTILINE,
)


class LinkDefinition(NamedTuple):
    """The label and the target of a link, and where both stand."""

    label: str
    target: str
    span: Span


def link_definitions(text: str) -> list[LinkDefinition]:
    """The definitions of a text, of each label the first."""
    try:
        from pyromark import reference_definitions
    except ImportError:  # pyromark 0.9, the last for Python 3.10
        return _by_lines(text)
    point = code_points(text.encode())
    return [
        LinkDefinition(label, link["dest"], Span(point(link["span"]["start"]), point(link["span"]["end"])))
        for label, link in reference_definitions(text).items()
    ]


def _by_lines(text: str) -> list[LinkDefinition]:
    found: dict[str, LinkDefinition] = {}
    last = 0  # where the last definition ended: only behind another one, or a blank line, can one stand
    for match in _LINK.finditer(text):
        end = match.start() - 1  # of the line before
        if end > 0 and end != last and text[text.rfind("\n", 0, end) + 1 : end].strip():
            continue
        last = match.end()
        start = match.start() + match[0].index("[")
        link = LinkDefinition(match["label"], match["target"].strip("<>"), Span(start, match.end()))
        found.setdefault(match["label"].casefold(), link)
    return list(found.values())
