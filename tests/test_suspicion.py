"""What looks Russian is found wherever it stands, and costs only where it stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from effort import effort, grows_in_line
from footlint.suspicion import looks_russian, mixes_scripts, suspicious, words

PIECES = (
    "Chozjajin", "zhizn'", "Ivanov", "Petrov's", "v", "the", "nik", "ve\u0301sta", "Družhba", 's"ezd', "Жизнь", "Cлово",
    "İzmit", "sky", "off", "Konie", "levy", " ", " ", " ", "\n", "'", "’", "-", "–", ".", ", ", "“", "5", "_",
    "ʹ", "I͡a",
)  # fmt: skip


@pytest.mark.parametrize(
    ("word", "russian"),
    [
        ("Khozyain", True), ("utverzhdeniye", True), ("Čechov", True), ("Rossii", True), ("v", True),
        ("Romanoff", True), ("istorij", True), ("dal'", True), ("stvol", True),
        ("volost", False), ("government", False), ("vowel", False),
        ("office", False), ("dogs", False), ("Harbour", False), ("risky", True), ("skying", False), ("SSSR", False),
    ],
)  # fmt: skip
def test_what_looks_russian(word: str, russian: bool) -> None:
    assert looks_russian(word) is russian
    assert looks_russian(word.upper()) is russian


@given(st.lists(st.sampled_from(PIECES)).map("".join))
def test_suspicious_words_are_those_that_are_so_by_themselves(text: str) -> None:
    expected = [
        (start, end) for start, end in words(text) if looks_russian(text[start:end]) or mixes_scripts(text[start:end])
    ]
    assert list(suspicious(text)) == expected


def test_plain_words_cost_nothing() -> None:
    assert effort(lambda: list(suspicious("What the clerk wrote differs from the printed minutes. " * 50))) < 10


@pytest.mark.parametrize("piece", ["zhizn ", "zhizn,", "zhizn", "'", "zhizn-", "Жизнь "])
def test_time_grows_in_line(piece: str) -> None:
    assert grows_in_line(lambda count: list(suspicious(piece * count)), 200)
