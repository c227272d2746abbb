"""What is known of one chapter once it has been read and parsed, apart from all other chapters.

Facts are frozen and serialisable: they are cached on disk and may come from another process. Rules and conventions
see facts, never the source or its format.
"""

from footlint.citations.model import Citation, CrossReference, Element, Text
from footlint.document import Layout, Marker, Note
from footlint.record import Record
from footlint.source import Span


class MarkerFact(Record, frozen=True):
    """A marker and what stands round it.

    `text` is the marker as written. `before` and `after` are the code points next to it in the prose, markup and
    other markers skipped, "" at the end of a block. `closing` is the run of punctuation and closing quotation marks
    that begins with `after`, None where that is no punctuation. `touches_next` tells that the next marker follows at
    once, `opens_block` that nothing but space stands before it in its block.
    """

    marker: Marker
    text: str = ""
    before: str = ""
    after: str = ""
    closing: Text | None = None
    touches_next: bool = False
    opens_block: bool = False

    @property
    def span(self) -> Span:
        """Where the marker stands."""
        return self.marker.span

    @property
    def label(self) -> str:
        """The label as written."""
        return self.marker.label


class NoteFact(Record, frozen=True):
    """A note and its parse: citations, remarks and cross-references in reading order.

    `label_text` is the label as written, with its brackets. `suspects` are the words that may be Russian by their
    letters or mix two scripts, as half-open offsets of its prose. `sentence` is what the body says before its marker;
    it is kept only where a citation does not say where in its work.
    """

    note: Note
    label_text: str = ""
    elements: tuple[Element, ...] = ()
    suspects: tuple[tuple[int, int], ...] = ()
    sentence: str = ""

    @property
    def label(self) -> str:
        """The label as written."""
        return self.note.label

    @property
    def span(self) -> Span:
        """Label and text."""
        return self.note.span

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The citations in reading order."""
        elements = self.elements
        if len(elements) == 1:  # as in most notes
            element = elements[0]
            return (element,) if type(element) is Citation else ()
        return tuple([element for element in elements if type(element) is Citation])

    @property
    def cross_references(self) -> tuple[CrossReference, ...]:
        """The pointers to other notes in reading order."""
        return tuple(element for element in self.elements if isinstance(element, CrossReference))


class CommentFact(Record, frozen=True):
    """A comment of the manuscript that speaks to footlint; `text` without the comment's delimiters.

    `line` and `last_line` count from 1; `note` is the label of the note in which it stands.
    """

    span: Span
    text: str
    line: int
    last_line: int
    note: str | None = None


class ChapterFacts(Record, frozen=True):
    """All that rules may know of one chapter. Markers and notes stand in source order.

    `names` are the words of the body that may be Russian names by their letters, in source order.
    """

    path: str
    format: str
    layout: Layout
    length: int
    markers: tuple[MarkerFact, ...] = ()
    notes: tuple[NoteFact, ...] = ()
    comments: tuple[CommentFact, ...] = ()
    reuse: bool = False
    unclosed: tuple[Span, ...] = ()
    names: tuple[Text, ...] = ()
