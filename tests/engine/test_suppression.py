import os

import pytest

from footlint.config import Configuration
from footlint.settings import Settings
from footlint.testing import run

NOTE = "\n\n[^1]: Harbour ledger, 3 May 1911.\n"


def found(text, **settings):
    return [diagnostic.code for diagnostic in run({"c.md": text}, Settings(**settings)).diagnostics]


def message(text):
    (diagnostic,) = run({"c.md": text}).diagnostics
    assert diagnostic.code == "E003"
    return diagnostic.message


@pytest.mark.parametrize(
    "text",
    [
        "Sold.[^1] Sunk.[^2] <!-- footlint: ignore[FN001] comes later -->",
        "Sold.[^1] Sunk.[^2] <!-- footlint: ignore[FN] -->",
        "Sold.[^1] Sunk.[^2] <!-- footlint: ignore -->",
        "Sold.[^1] Sunk.[^2] <!--footlint:ignore[ PG001 , FN001 ]-->\n\n<!-- footlint: ignore[PG001] -->",
        "<!-- footlint: ignore[FN001] -->\nSold.[^1] Sunk.[^2]",
        "<!-- footlint: ignore[FN001] -->\n\n\nSold.[^1] Sunk.[^2]",
        "<!-- footlint: ignore[FN001]\n     the note comes later -->\n\nSold.[^1] Sunk.[^2]",
        "<!-- footlint: ignore-file[FN001] -->\n\nSold.[^1]\n\nIt was May.\n\nSunk.[^2]",
        "Sold.[^1]\n\nSunk.[^2]\n\n<!-- footlint: ignore-file -->",
    ],
)
def test_a_comment_silences(text):
    assert set(found(text + NOTE)) <= {"E003"}
    assert "FN001" not in found(text + NOTE)


def test_it_holds_no_further_than_its_line():
    text = "Sold.[^1] <!-- footlint: ignore[FN001] -->\n\nSunk.[^2]" + NOTE
    assert found(text) == ["E003", "FN001"]
    text = "<!-- footlint: ignore[FN001] -->\nSold.[^1]\n\nSunk.[^2]" + NOTE
    assert found(text) == ["E003", "FN001"]


def test_it_holds_for_its_whole_note():
    body = "Sold.[^1] Sunk.[^2] Raised.[^3] Gone.[^4]\n\n"
    notes = "[^1]: A. Smith, *Boats*, pp. 9–2.\n\n    More. {}\n\n[^2]: May 1911.\n\n[^3]: June.\n\n[^4]: July.\n"
    assert "PG004" in found(body + notes.format(""))
    assert "PG004" not in found(body + notes.format("<!-- footlint: ignore[PG004] -->"))
    above = body + "<!-- footlint: ignore[PG004] -->\n" + notes.format("")
    assert "PG004" not in found(above)


def test_the_codes_not_named_stay():
    assert found("Sunk.[^2] <!-- footlint: ignore[FN002] -->") == ["FN001", "E003"]


def test_an_idle_comment_says_which_codes_are_idle():
    assert (
        message("Sold.[^1] <!-- footlint: ignore[FN001, FN] -->" + NOTE) == "this comment silences no FN001 or FN here"
    )
    assert message("<!-- footlint: ignore-file[FN] -->\n\nSold.") == "this comment silences no FN in this file"
    assert message("Sold.[^1] <!-- footlint: ignore -->" + NOTE) == "this comment silences nothing here"
    text = "Sold.[^1] Sunk.[^2] <!-- footlint: ignore[FN001, PG004] because -->" + NOTE
    assert message(text) == "this comment silences no PG004 here"


def test_an_unknown_code_and_an_unknown_word_are_told():
    assert "no rule or family is called 'FM001'; did you mean FN001?" in message(
        "Sold.[^1] <!-- footlint: ignore[FM001] -->" + NOTE
    )
    assert message("Sold.[^1] <!-- footlint: ignroe[FN001] -->" + NOTE).startswith("not understood: write ")
    assert message("Sold.[^1] <!-- footlint: ignore[FN001 -->" + NOTE).startswith("not understood: write ")


def test_a_rule_that_does_not_run_proves_nothing():
    text = "Sold.[^1] <!-- footlint: ignore[FN001] -->" + NOTE
    assert found(text) == ["E003"]
    assert found(text, ignore=("FN001",)) == []
    assert found(text, select=("PG", "E")) == []
    assert found(text, ignore=("E003",)) == []


def test_other_comments_are_left_alone():
    assert found("Sold.[^1] <!-- see footlint: ignore[FN001] --> <!-- TODO -->" + NOTE) == []


def test_the_fix_of_an_idle_comment_keeps_the_codes_at_work():
    from footlint.fixes import apply

    text = "Sold.[^1] Sunk.[^2] <!-- footlint: ignore[FN001, PG004] because -->" + NOTE
    fixed, _ = apply(text, run({"c.md": text}).diagnostics, "unsafe")
    assert fixed == text.replace("[FN001, PG004]", "[FN001]")
    assert run({"c.md": fixed}).diagnostics == ()


@pytest.mark.parametrize(
    ("key", "messages"),
    [
        ("a.txt:1", ['"a.txt:1" in [per-note-ignores] silences no PG004 or PG006 in this note']),
        ("a.txt:2", ['"a.txt:2" in [per-note-ignores] silences no PG006 in this note']),
        ("a.txt:9", ['"a.txt:9" in [per-note-ignores] silences no PG004 or PG006: there is no note 9']),
        ("1", []),  # may be meant for another chapter
        ("*.txt:1", []),
        ("b.txt:1", []),
    ],
)
def test_an_entry_for_one_note_that_silences_nothing_is_a_finding(key, messages):
    from footlint.chapters import read
    from footlint.judgement import judge

    text = "Sold.¹ Sunk.²\n\n1 Penn, *Ferries*, pp. 3–6.\n\n2 Penn, *Ferries*, pp. 9–7.\n"
    chapter = read("a.txt", text.encode(), Settings().text)
    settings = Settings(select=("PG", "E003"), per_note_ignores={key: ("PG004", "PG006")})
    found = judge([chapter], Configuration(settings, os.getcwd()), {"a.txt": chapter.source})
    assert [one.message for one in found if one.code == "E003"] == messages


def test_configuration_silences_notes_and_files(tmp_path):
    from footlint.chapters import read
    from footlint.judgement import judge

    def judged(path, **settings):
        chapter = read(path, "Sold.¹ Sunk.² Raised.³\n\n1 Ledger, 3 May 1911.\n".encode(), Settings().text)
        configuration = Configuration(Settings(select=("FN001",), **settings), os.getcwd())
        return [one.note for one in judge([chapter], configuration, {path: chapter.source})]

    everything = judged("a.txt")
    assert everything
    note = everything[0]
    assert judged("a.txt", per_note_ignores={note: ("FN001",)}) == everything[1:]
    assert judged("a.txt", per_note_ignores={f"*.txt:{note}": ("FN",)}) == everything[1:]
    assert judged("a.txt", per_note_ignores={f"*.md:{note}": ("FN",)}) == everything
    assert judged("a.txt", per_note_ignores={f"a.txt:{note}": ("FN001",)}) == everything[1:]
    assert judged("a.txt", per_file_ignores={"*.txt": ("FN001",)}) == []
    assert judged("a.txt", per_file_ignores={"*.txt": ("PG",)}) == everything
