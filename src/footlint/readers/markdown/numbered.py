"""Markdown chapters that number their notes as plain text does: ¹² in the body, `12 See …` at a page's foot."""

from __future__ import annotations

import re
from bisect import bisect_right

from footlint.document import OPAQUE, Block, Document, Marker, Note, Prose, ProseBuilder
from footlint.expressions import expression
from footlint.readers.markdown.definitions import link_definitions
from footlint.readers.markdown.tokens import Kind, Structure
from footlint.record import replace
from footlint.source import Source, Span

#: Stands for what is no text on the way through the plain-text reader.
OBJECT = "\ufffc"

_NUMBERS = expression(r"[⁰¹²³⁴-⁹]|<sup>\s*[0-9]|\^[0-9]{1,4}\^|\[\^?[0-9]{1,4}\\?\]", re.IGNORECASE)
_DEFINITION = expression(r"^[ ]{0,3}\[[0-9]{1,4}\]:", re.MULTILINE)
_ADDRESS = expression(r"[/#@]|\.[a-z]")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_MARKUP = expression(
    r"""(?P<raised><sup>\s*(?P<sup>[0-9]{1,4})\s*</sup>|\^(?P<power>[0-9]{1,4})\^|\[\^(?P<caret>[0-9]{1,4})\](?!:))
    |(?P<italic><(?P<name>em|i|cite)\b[^<>]*>(?P<slanted>[^<>\n]*)</(?P=name)\s*>)
    |(?P<tag></?[A-Za-z][^<>]*>)
    |(?P<strong>(?P<sign>\*\*|__)(?P<bold>[^\s*_][^*_\n]*)(?P=sign))
    |(?P<heading>^[ ]{0,3}\#{1,6}[ \t]+)
    |(?P<quotation>^[ ]{0,3}(?:>[ ]?)+)
    |(?P<escape>\\(?=[!-/:-@\[-`{-~\r\n]))
    |(?P<link>\[(?P<text>[^\[\]\n]*[^\W\d_][^\[\]\n]*)\]\([^()\s]*\))
    """,
    re.VERBOSE | re.MULTILINE | re.IGNORECASE,
)


def may_be_numbered(text: str) -> bool:
    """Tell whether any sign stands in the text that plain-text chapters use for markers."""
    return _NUMBERS.search(text) is not None


def read_numbered(source: Source, text: str, structure: Structure) -> Document | None:
    """The chapter as the plain-text reader sees it, if that finds markers and notes; `text` is without front matter."""
    from footlint.readers.plain import read_plain

    view = _plain_view(text, structure)
    found = read_plain(Source(source.path, view.text))
    if not found.markers or not found.notes:
        return None
    return Document(
        source=source,
        format="markdown",
        layout=found.layout,
        blocks=tuple(_block(block, view) for block in found.blocks),
        markers=tuple(_marker(marker, view, text) for marker in found.markers),
        notes=tuple(_note(note, view) for note in found.notes),
        comments=tuple(structure.comments),
        reuse=found.reuse,
        unclosed=tuple(_span(span, view) for span in found.unclosed),
    )


def _plain_view(text: str, structure: Structure) -> Prose:
    """The chapter without Markdown's markup, and the way back."""
    view = ProseBuilder()
    at = 0
    for span, stand_in in sorted((*_hidden(structure), *_link_definitions(text))):
        if span.start < at:
            continue
        _add_stretch(view, text, at, span.start)
        view.replace(stand_in, span.start, len(span))
        at = span.end
    _add_stretch(view, text, at, len(text))
    return view.build()


def _hidden(structure: Structure) -> list[tuple[Span, str]]:
    """Where code, pictures, formulas and comments stand, and what stands for them."""
    hidden = [(comment.span, "") for comment in structure.comments]
    hidden += ((span, OBJECT) for span in structure.code)
    hidden += (
        (Span(start, end), OBJECT)
        for leaf in structure.leaves
        for kind, start, end, _ in leaf.tokens
        if kind is Kind.OPAQUE
    )
    return hidden


def _link_definitions(text: str) -> list[tuple[Span, str]]:
    """Where `[1]: address` stands. `[3]: Ibid.` would be one as well, but not among notes of more words."""
    found = link_definitions(text)
    numbered = sum(link.label.isdigit() for link in found)
    all_links = numbered == len(_DEFINITION.findall(text))
    return [(link.span, "") for link in found if all_links or _ADDRESS.search(link.target)]


def _add_stretch(view: ProseBuilder, text: str, start: int, end: int) -> None:
    at = start
    for found in _MARKUP.finditer(text, start, end):
        view.run(text[at : found.start()], at)
        at = found.end()
        if found["raised"]:
            number = found["sup"] or found["power"] or found["caret"]
            view.replace(number.translate(_RAISED), found.start(), at - found.start())
        elif found["italic"]:
            view.replace("*", found.start(), found.start("slanted") - found.start())
            view.run(found["slanted"], found.start("slanted"))
            view.replace("*", found.end("slanted"), at - found.end("slanted"))
        elif found["strong"]:
            view.run(found["bold"], found.start("bold"))
        elif found["link"]:
            view.run(found["text"], found.start("text"))
    view.run(text[at:end], at)


def _span(span: Span, view: Prose) -> Span:
    return view.span(span.start, span.end)


def _block(block: Block, view: Prose) -> Block:
    return replace(block, span=_span(block.span, view), prose=_prose(block.prose, view))


def _marker(marker: Marker, view: Prose, text: str) -> Marker:
    span = _span(marker.span, view)
    is_caret = text.startswith("[^", span.start)
    return replace(marker, span=span, style="caret") if is_caret else replace(marker, span=span)


def _note(note: Note, view: Prose) -> Note:
    return replace(
        note, span=_span(note.span, view), label_span=_span(note.label_span, view), prose=_prose(note.prose, view)
    )


def _prose(prose: Prose, view: Prose) -> Prose:
    """Prose over the plain view as prose over the chapter."""
    builder = ProseBuilder()
    for index, start in enumerate(prose.starts):
        end = prose.starts[index + 1] if index + 1 < len(prose.starts) else len(prose.text)
        source = prose.sources[index]
        if prose.lengths[index] == end - start:
            _add_run(builder, prose.text[start:end], source, view)
        else:
            span = view.span(source, source + prose.lengths[index])
            builder.replace(prose.text[start:end], span.start, len(span))
    built = builder.build()
    return replace(built, text=built.text.replace(OBJECT, OPAQUE)) if OBJECT in built.text else built


def _add_run(builder: ProseBuilder, text: str, at: int, view: Prose) -> None:
    """Add text that the plain view has exactly so, piece by piece of the view."""
    done = 0
    while done < len(text):
        index = bisect_right(view.starts, at + done) - 1
        stop = view.starts[index + 1] if index + 1 < len(view.starts) else len(view.text)
        piece = text[done : stop - at]
        span = view.span(at + done, at + done + len(piece))
        if view.lengths[index] == stop - view.starts[index] and piece == view.text[at + done : at + done + len(piece)]:
            builder.run(piece, span.start)
        else:
            builder.replace(piece, span.start, len(span))
        done += len(piece)
