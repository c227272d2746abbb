"""Every fault put into a generated chapter is found, and nothing else is reported."""

from __future__ import annotations

import pytest

from footlint.diagnostic import Diagnostic
from footlint.source import Span
from footlint.testing import run
from generated.chapters import chapter

SEEDS = range(1000, 1025)


def _spans(diagnostic: Diagnostic) -> list[Span]:
    return [diagnostic.span, *(related.span for related in diagnostic.related)]


def _touches(span: Span, spot: tuple[int, int]) -> bool:
    return span.start < max(spot[1], spot[0] + 1) and spot[0] < max(span.end, span.start + 1)


@pytest.mark.parametrize("seed", SEEDS)
def test_faults_and_nothing_else_are_reported(seed: int) -> None:
    made = chapter(seed, clean=seed % 5 == 4)
    report = run({made.name: made.text})
    explained: set[int] = set()
    for fault, spots in made.faults:
        near = {
            at
            for at, diagnostic in enumerate(report.diagnostics)
            if any(_touches(span, spot) for span in _spans(diagnostic) for spot in spots)
        }
        assert any(report.diagnostics[at].code in fault.codes for at in near), (made.name, fault)
        explained |= near
    others = [(one.code, one.span, one.message) for at, one in enumerate(report.diagnostics) if at not in explained]
    assert not others, made.name


def test_a_seed_always_gives_the_same_chapter() -> None:
    assert chapter(7) == chapter(7)
    assert chapter(7).text != chapter(8).text
