"""The choices a manuscript makes in setting its markers and closing its notes."""

from __future__ import annotations

from collections.abc import Iterator

from footlint.conventions.vote import Choice, Observation
from footlint.document import PRIVATE
from footlint.facts import ChapterFacts, NoteFact

#: Dashes and brackets are left out: the styles that set markers after the punctuation set them before a dash, and
#: inside or outside a bracket as the sense demands (Chicago Manual of Style, 17th ed., 14.26).
_POINTS = frozenset(".,;:!?…")
_STOPS = frozenset(".!?…")
_AFTER_A_STOP = "\"'”’»“‘«›)]"


def _positions(facts: ChapterFacts) -> Iterator[Observation]:
    for fact in facts.markers:
        if fact.after in _POINTS:
            yield Observation("before", fact.span, fact.label)
        elif fact.before in _POINTS:
            yield Observation("after", fact.span, fact.label)


def _closings(facts: ChapterFacts) -> Iterator[Observation]:
    for fact in facts.notes:
        value = _closing(fact)
        if value is not None:
            yield Observation(value, fact.span, fact.label)


def _closing(fact: NoteFact) -> str | None:
    """Whether a note ends with a stop; None for one whose end shows no habit (empty, an address, a colon)."""
    text = fact.note.prose.text.rstrip(PRIVATE + " \t\n")
    bare = "".join(sign for sign in text[-8:] if sign not in PRIVATE).rstrip(_AFTER_A_STOP)
    if not text or not bare:
        return None
    if bare[-1] in _STOPS:
        return "stop"
    last = text.rsplit(None, 1)[-1].lower()
    # press.example/rain is an address, FO 371/C8012/6 a shelf-mark
    host, slash, _ = last.partition("/")
    if (slash and any(sign in host for sign in ".:")) or last.startswith(("www.", "doi:")) or not bare[-1].isalnum():
        return None
    return "none"


def _styles(facts: ChapterFacts) -> Iterator[Observation]:
    for fact in facts.markers:
        marker = fact.marker
        if marker.number is not None and not marker.series and marker.style in {"superscript", "bracket", "caret"}:
            yield Observation(marker.style, fact.span, fact.label)


MARKER_POSITION = Choice(
    "marker-position",
    {"after": "markers stand after the punctuation", "before": "markers stand before the punctuation"},
    _positions,
)
FINAL_STOP = Choice("final-stop", {"stop": "notes end with a stop", "none": "notes end without a stop"}, _closings)
MARKER_STYLE = Choice(
    "marker-style",
    {
        "superscript": "markers are superscript figures",
        "bracket": "markers are figures in brackets",
        "caret": "markers are Markdown labels",
    },
    _styles,
)
CHOICES = (MARKER_POSITION, FINAL_STOP, MARKER_STYLE)
