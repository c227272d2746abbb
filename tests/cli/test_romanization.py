"""The commands about romanised Russian: names, systems, romanize, decode."""

import json

import pytest

from footlint.romanization import system_ids

BOOK = """\
Bread.[^1] Salt.[^2]

[^1]: Yu. L. Shchukin, *Khleb i sol’: torgovlya na severe* (Moscow: Nauka, 1988), p. 12.
[^2]: Ščukin, *Khleb i sol’: torgovlya na severe*, p. 31.
"""


def _groups(out):
    return json.loads(out)["groups"]


@pytest.mark.parametrize(
    "data",
    [
        b"Chaustov\n\nKhaustov\nChaustov\nrepressii\nrepressiy\n",
        "\ufeffChaustov\r\n\r\nKhaustov\r\nChaustov\r\nrepressii\r\nrepressiy".encode(),
        b"Chaustov\r\rKhaustov\rChaustov\rrepressii\r  repressiy  \r",
    ],
    ids=["unix", "windows", "mac"],
)
def test_each_word_of_a_list_is_in_one_group(footlint, folder, data):
    (folder / "words.txt").write_bytes(data)
    status, out, err = footlint("names", "--words", "words.txt", "--format", "json")
    assert (status, err) == (0, "")
    groups = _groups(out)
    lines = sorted(one["line"] for group in groups for one in group["occurrences"])
    assert lines == [1, 3, 4, 5, 6]
    names = next(group for group in groups if group["reading"] == "Хаустов")
    assert names["counts"] == {"Chaustov": 2, "Khaustov": 1}
    assert {group["reading"] for group in groups} == {"Хаустов", "репрессии", "репрессий"}


def test_the_house_way_of_a_list(footlint, folder):
    (folder / "words.txt").write_text("Chaustov\nХозяин\nChozjain\n", encoding="utf-8")
    status, out, _ = footlint("names", "--words", "words.txt", "--system", "ala-lc", "--format", "json")
    assert status == 0
    assert {group["reading"]: group["recommended"] for group in _groups(out)} == {
        "Хаустов": "Khaustov",
        "Хозяин": "Khoziain",
    }


def test_lists_that_are_none(footlint, folder):
    (folder / "empty.txt").write_text("\n", encoding="utf-8")
    (folder / "nul.txt").write_bytes(b"Zhukov\0")
    assert footlint("names", "--words", "empty.txt") == (0, "No words in empty.txt.\n", "")
    assert footlint("names", "--words", "nul.txt")[0] == 2
    assert footlint("names", "--words", "missing.txt")[0] == 2


def test_names_of_a_chapter(footlint, folder, monkeypatch):
    monkeypatch.setenv("COLUMNS", "120")
    (folder / "chapter.md").write_text(BOOK, encoding="utf-8")
    status, out, _ = footlint("names", "--format", "json", "chapter.md")
    assert status == 0
    name = next(group for group in _groups(out) if group["reading"] == "Щукин")
    assert (name["recommended"], name["spellings"]) == ("Shchukin", ["Shchukin", "Ščukin"])
    assert [(one["note"], one["start"]["line"]) for one in name["occurrences"]] == [("1", 3), ("2", 4)]
    _, table, _ = footlint("names", "chapter.md")
    row = next(line for line in table.splitlines() if line.startswith("Щукин"))
    assert "Shchukin 1, Ščukin 1" in row
    assert row.endswith("notes 1, 2")


def test_a_table_of_many_chapters_names_some(footlint, folder, monkeypatch):
    monkeypatch.setenv("COLUMNS", "200")
    for number in range(9):
        (folder / f"chapter{number}.md").write_text(BOOK, encoding="utf-8")
    _, out, _ = footlint("names", ".")
    assert "chapter3.md notes 1, 2; and 5 more chapters" in out
    assert "chapter4.md" not in out


def test_systems(footlint):
    status, out, _ = footlint("systems", "--format", "json")
    rows = json.loads(out)["systems"]
    assert status == 0
    assert [row["id"] for row in rows] == sorted(system_ids())
    assert all(row["title"] and row["source"] and row["sample"] for row in rows)
    assert "bgn-pcgn-dots" in footlint("systems")[1]


def test_romanize(footlint):
    assert footlint("romanize", "--system", "ala-lc", "Хозяйство", "края") == (0, "Khoziaistvo kraia\n", "")
    assert footlint("romanize", "--system", "czech", "Чехов: жизнь")[1] == "Čechov: žizn'\n"


@pytest.mark.parametrize("command", ["romanize --system nonsuch Хлеб", "names --system nonsuch chapter.md"])
def test_an_unknown_system(footlint, folder, command):
    (folder / "chapter.md").write_text(BOOK, encoding="utf-8")
    status, out, err = footlint(*command.split())
    assert (status, out) == (2, "")
    assert err == "footlint: no system is called 'nonsuch'; see footlint systems\n"


def test_decode(footlint):
    status, out, _ = footlint("decode", "--format", "json", "Tschechow", "Lappo-Danilevskii", "123")
    words = json.loads(out)["words"]
    assert status == 0
    assert [word["readings"][0]["reading"] for word in words[:2]] == ["Чехов", "Лаппо-Данилевский"]
    assert "ala-lc" in words[1]["readings"][0]["systems"]
    assert words[2]["readings"] == []
