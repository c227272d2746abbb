"""Two scripts in one word."""

import pytest

from footlint.romanization.script import latin_repair


@pytest.mark.parametrize(
    ("word", "repaired"),
    [
        ("Kоnrad", "Konrad"),
        ("Pochёpko", "Pochëpko"),
        ("Karmalьkova", "Karmal’kova"),
        ("Moskвa", "Moskva"),
        ("Журнaл", "Журнал"),
        ("Ленин-Kоnrad", "Ленин-Konrad"),
    ],
)
def test_the_word_in_one_script(word, repaired):
    assert latin_repair(word) == repaired
    assert latin_repair(repaired) is None


@pytest.mark.parametrize("word", ["Konrad", "Конрад", "НКВД-Akte", "и", "Lit-Ra"])
def test_one_script_or_two_words(word):
    assert latin_repair(word) is None
