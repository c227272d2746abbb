"""A book in which one chapter has changed: what is taken from an earlier run is what a run without one finds."""

import json
import random

import pytest

from footlint.incremental import Earlier
from footlint.rules import load
from generated.chapters import chapter as generated

CHAPTERS = 4
BOOK = '[book]\nchapters = ["[0-9]*"]\nnumbering = "per-chapter"\n'


@pytest.fixture
def book(folder):
    """Generated chapters of different systems and styles, which is as many disagreements as there can be."""
    (folder / "footlint.toml").write_text(BOOK)
    paths = []
    for number in range(CHAPTERS):
        made = generated(8100 + number)
        paths.append(folder / f"{number}-{made.name}")
        paths[-1].write_text(made.text, encoding="utf-8", newline="")
    return paths


@pytest.fixture
def asked(monkeypatch):
    """The rules that are asked, each with the name of the chapter."""
    questions = []
    real = Earlier.findings

    def findings(self, code, check, chapter):
        def noting(chapter):
            questions.append((code, chapter.path))
            return check(chapter)

        return real(self, code, noting, chapter)

    monkeypatch.setattr(Earlier, "findings", findings)
    return questions


def edited(text, chance):
    """The text with one small change anywhere: a letter lost, doubled or exchanged, a line dropped or moved."""
    at = chance.randrange(len(text))
    lines = text.split("\n")
    first, second = chance.randrange(len(lines)), chance.randrange(len(lines))
    kind = chance.randrange(5)
    if kind == 0:
        return text[:at] + text[at + 1 :]
    if kind == 1:
        return text[:at] + text[at] + text[at:]
    if kind == 2:
        return text[:at] + chance.choice(".,;: 0123456789aeioukh'’–-()*") + text[at + 1 :]
    if kind == 3:
        return "\n".join(lines[:first] + lines[first + 1 :])
    lines[first], lines[second] = lines[second], lines[first]
    return "\n".join(lines)


def found(footlint, *options):
    status, out, err = footlint("check", "--format", "json", "--quiet", "--jobs", "1", *options, ".")
    assert status < 2, err
    return json.loads(out)


@pytest.mark.parametrize("seed", range(6))
def test_an_edit_is_judged_as_if_for_the_first_time(footlint, book, seed):
    chance = random.Random(seed)
    found(footlint)
    for _ in range(4):
        path = chance.choice(book)
        path.write_text(edited(path.read_text("utf-8"), chance), encoding="utf-8", newline="")
        assert found(footlint) == found(footlint, "--no-cache")


def test_rules_that_look_at_their_chapter_alone_are_not_asked_about_the_others(footlint, book, asked):
    found(footlint)
    first = set(asked)
    asked.clear()
    book[0].write_text(book[0].read_text("utf-8") + "One sentence more.\n", encoding="utf-8", newline="")
    found(footlint)
    again = {code for code, path in asked if path != book[0].name}
    of_the_book = {code for code, _ in first if code in again}
    assert {code for code, path in asked if path == book[0].name} == {code for code, _ in first}
    assert {"FN001", "PG006", "CT013", "TY003"} <= {code for code, _ in first} - again
    assert {"TR001", "CT003"} <= of_the_book


def test_a_habit_that_changes_elsewhere_counts(footlint, folder, asked):
    (folder / "footlint.toml").write_text(BOOK)
    hyphens = "A.[^1]\n\nB.[^2]\n\n[^1]: Marsh, *Ferries*, p. 3-4.\n[^2]: Marsh, *Ferries*, p. 5-6.\n"
    dashes = hyphens.replace("-", "–")
    for number, text in enumerate((hyphens, dashes, dashes, dashes)):
        (folder / f"{number}.md").write_text(text, encoding="utf-8")
    odd = load("PG006").code
    assert {one["path"] for one in found(footlint)["diagnostics"] if one["code"] == odd} == {"0.md"}
    asked.clear()
    for number in (1, 2):
        (folder / f"{number}.md").write_text(hyphens, encoding="utf-8")
    assert {one["path"] for one in found(footlint)["diagnostics"] if one["code"] == odd} == {"3.md"}
    assert (odd, "0.md") in asked
    assert ("FN001", "0.md") not in asked
