"""`footlint review` and Word files in the other commands."""

from __future__ import annotations

import json
import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import pytest
from wordfile import call, note, p, word

from footlint.cli import main
from footlint.readers.docx import read_docx

ROOT = Path(__file__).parents[2]
CANAL = ROOT / "fixtures" / "docx" / "canal.docx"


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    shutil.copy(CANAL, tmp_path / "canal.docx")
    return tmp_path


def run(*arguments: str) -> int:
    return main([*arguments])


def test_a_copy_is_written_beside_the_file(here, capsys):
    assert run("review", "canal.docx") == 1
    assert capsys.readouterr().out == "canal.review.docx: 6 comments, 3 tracked changes\n"
    assert (here / "canal.docx").read_bytes() == CANAL.read_bytes()
    import docx

    copy = docx.Document(BytesIO((here / "canal.review.docx").read_bytes()))
    assert len(list(copy.comments)) == 6
    assert {comment.author for comment in copy.comments} == {"footlint"}
    assert {str(comment.timestamp) for comment in copy.comments} == {"2023-11-14 22:13:20+00:00"}


def test_the_copy_goes_where_it_is_told(here):
    assert run("review", "canal.docx", "-o", "out.docx", "--quiet") == 1
    assert read_docx("x", (here / "out.docx").read_bytes()).notes[0].prose.text.endswith("pp. 12–18.")
    assert not (here / "canal.review.docx").exists()


def test_the_file_itself_is_only_written_when_told(here, capsys):
    before = (here / "canal.docx").read_bytes()
    assert run("review", "canal.docx", "-o", "./canal.docx") == 2
    assert "--in-place" in capsys.readouterr().err
    assert (here / "canal.docx").read_bytes() == before
    assert run("review", "canal.docx", "--in-place") == 1
    assert (here / "canal.docx").read_bytes() != before


def test_copies_in_a_folder_are_not_reviewed_again(here):
    assert run("review", ".", "--quiet") == 1
    assert run("review", ".", "--quiet") == 1
    assert sorted(path.name for path in here.glob("*.docx")) == ["canal.docx", "canal.review.docx"]


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("notes.txt",), "no Word file"),
        (("canal.docx", "-o", "x", "--in-place"), "exclude each other"),
        (("canal.docx", "other.docx", "-o", "x"), "--output names one file"),
        (("gone.docx",), "gone.docx: "),
        (("canal.docx", "-o", "no/such/folder.docx"), "not written"),
        (("broken.docx",), "not a Word file"),
        (("old.docx",), "an old Word file (.doc)"),
    ],
)
def test_what_cannot_be_done_is_said(here, capsys, arguments, complaint):
    (here / "notes.txt").write_text("Text.\n")
    (here / "broken.docx").write_bytes(b"nothing")
    (here / "old.docx").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512))
    shutil.copy(CANAL, here / "other.docx")
    assert run("review", *arguments) == 2
    assert complaint in capsys.readouterr().err


def test_a_date_that_is_none(monkeypatch, capsys):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "soon")
    assert run("review", "canal.docx") == 2
    assert "SOURCE_DATE_EPOCH" in capsys.readouterr().err


def test_a_clean_file_gives_a_clean_copy(here, capsys):
    (here / "clean.docx").write_bytes(word(p("Rain fell.", call(1)), note(1, "Weather book, p. 1.")))
    assert run("review", "clean.docx") == 0
    assert capsys.readouterr().out == "clean.review.docx: 0 comments, 0 tracked changes\n"
    from zipfile import ZipFile

    with ZipFile(here / "clean.docx") as old, ZipFile(here / "clean.review.docx") as new:
        assert {name: old.read(name) for name in old.namelist()} == {name: new.read(name) for name in new.namelist()}


def test_locations_of_a_word_file(capsys):
    assert run("check", "--no-cache", "--format", "json", "canal.docx") == 1
    diagnostics = json.loads(capsys.readouterr().out)["diagnostics"]
    assert [(one["code"], one["start"]["part"], one["start"]["line"], one["note"]) for one in diagnostics] == [
        ("FN010", "body", 3, "4"),
        ("PG006", "footnotes", 1, "1"),
        ("PG003", "footnotes", 3, "3"),
        ("PG004", "footnotes", 4, "4"),
        ("FN015", "footnotes", 5, "5"),
        ("FN009", "footnotes", 8, "8"),
    ]


def test_a_second_run_from_the_cache_says_the_same(capsys):
    assert run("check", "canal.docx") == 1
    first = capsys.readouterr().out
    assert run("check", "canal.docx") == 1
    assert capsys.readouterr().out == first
    assert "note 4" in first


def test_notes_can_be_silenced_by_their_label(here, capsys):
    (here / "footlint.toml").write_text('[per-note-ignores]\n"4" = ["PG004"]\n"5" = ["FN015"]\n"8" = ["FN009"]\n')
    assert run("check", "--format", "concise", "canal.docx") == 1
    shown = capsys.readouterr().out
    assert "PG006" in shown
    assert not {"PG004", "FN015", "FN009"} & set(shown.split())


def _begins_at(number: int) -> bytes:
    start = f'<w:footnotePr><w:numStart w:val="{number}"/></w:footnotePr>'
    return word(p("Rain.", call(1), " Hail.", call(2)), note(1, "Lund.") + note(2, "Lund."), settings=start)


@pytest.mark.parametrize(("start", "status"), [(1, 0), (3, 0), (4, 1)])
def test_a_book_of_word_files_is_counted_through(here, start, status):
    (here / "footlint.toml").write_text('[book]\nchapters = ["one.docx", "two.docx"]\n')
    (here / "one.docx").write_bytes(_begins_at(1))
    (here / "two.docx").write_bytes(_begins_at(start))
    assert run("check", "--no-cache", "--select", "FN", "one.docx", "two.docx") == status


def test_what_is_left_of_a_deleted_note_is_one_finding(here, capsys):
    (here / "left.docx").write_bytes(word(p("Rain.", call(2)), '<w:footnote w:id="1"/>' + note(2, "Lund.")))
    assert run("check", "--no-cache", "--format", "concise", "left.docx") == 1
    assert capsys.readouterr().out == "left.docx: note ?1: FN002 note ?1 has no marker\n"


def test_names_of_a_word_file(here, capsys):
    (here / "names.docx").write_bytes(
        word(
            p("A", call(1), " b", call(2)),
            note(1, "V. Khaustov, Sud'ba, p. 3.") + note(2, "V. Chaustov, Sud'ba, p. 4."),
        )
    )
    assert run("names", "--no-cache", "--format", "json", "names.docx") == 0
    groups = json.loads(capsys.readouterr().out)["groups"]
    spellings = next(group for group in groups if group["reading"] == "Хаустов")["occurrences"]
    assert [(one["word"], one["note"], one["start"]["part"]) for one in spellings] == [
        ("Khaustov", "1", "footnotes"),
        ("Chaustov", "2", "footnotes"),
    ]


SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
def test_the_copy_survives_libreoffice(here):
    """Read and written again by another program, it has the same notes, comments and changes."""
    assert run("review", "canal.docx", "-o", "copy.docx", "--quiet") == 1
    (here / "out").mkdir()
    profile = f"-env:UserInstallation={(here / 'profile').as_uri()}"
    for target in ("docx", "pdf"):
        subprocess.run(
            [SOFFICE, profile, "--headless", "--convert-to", target, "--outdir", "out", "copy.docx"],
            check=True, capture_output=True, timeout=120,
        )  # fmt: skip
    assert (here / "out" / "copy.pdf").read_bytes().startswith(b"%PDF")
    ours = (here / "copy.docx").read_bytes()
    theirs = (here / "out" / "copy.docx").read_bytes()
    import docx

    assert len(list(docx.Document(BytesIO(theirs)).comments)) == 6
    for changes in ("accepted", "rejected"):
        assert [one.prose.text for one in read_docx("x", theirs, changes=changes).notes] == [
            one.prose.text for one in read_docx("x", ours, changes=changes).notes
        ]


def _changed() -> bytes:
    inserted = '<w:ins w:id="1" w:author="x"><w:r><w:t>, pp. 9–3</w:t></w:r></w:ins>'
    return word(p("A", call(1)), note(1, "Lund, Ledger", inserted, "."))


def test_changes_are_read_as_rejected_on_request(here, capsys):
    (here / "changed.docx").write_bytes(_changed())
    assert run("check", "--select", "PG004", "changed.docx") == 1
    (here / "footlint.toml").write_text('[text]\nchanges = "rejected"\n')
    capsys.readouterr()
    assert run("check", "--select", "PG004", "changed.docx") == 0
    assert run("review", "changed.docx") == 2
    assert "as accepted" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99), "an old Word file (.doc)"),
        ("note.rtf", b"{\\rtf1 x}", "an RTF file"),
        ("chapter.txt", b"PK\x03\x04 x", "truncated or damaged Word file"),
    ],
)
def test_other_word_processors_are_named(here, capsys, name, data, reason):
    (here / name).write_bytes(data)
    assert run("check", name) == 2
    assert reason in capsys.readouterr().err


def test_a_word_file_is_not_promised_to_fix(here, capsys):
    for command in ("check", "fix"):
        assert run(command, "canal.docx") == 1
        shown = " ".join(capsys.readouterr().out.split())
        assert "footlint review writes a copy" in shown
        assert "(footlint review)" in shown
        assert "footlint fix" not in shown
    assert (here / "canal.docx").read_bytes() == CANAL.read_bytes()
    assert run("fix", "--diff", "canal.docx") == 0
    assert "canal.docx: fix leaves Word files alone; footlint review" in capsys.readouterr().err


def test_a_note_of_each_series_is_named_as_people_do(here, capsys):
    line = "The ferry was sold in May for less than half of what it had cost the office nine years before"
    (here / "two.docx").write_bytes(
        word(
            p("Rain.", call(9)) + p(line, call(1), ".", call(1, "endnote")),
            note(1, "Lund, p. 9-3."),
            note(1, "Lund, p. 8-2.", kind="endnote"),
        )
    )
    assert run("check", "--no-cache", "--format", "concise", "--select", "FN001,PG004", "two.docx") == 1
    assert [row.split(": ")[1] for row in capsys.readouterr().out.splitlines()] == [
        "paragraph 1, «Rain.¹»",
        "note 2",
        "endnote i",
    ]


def _told(*texts: str) -> bytes:
    body = "".join(p(f"Sentence {at}.", call(at)) for at in range(1, len(texts) + 1))
    return word(body, "".join(note(at, text) for at, text in enumerate(texts, 1)))


def test_only_changed_paragraphs_of_a_word_file(here, capsys):
    """A note that is added moves the numbers of all that follow, which changes nothing in them."""

    def git(*arguments: str) -> None:
        name = ("-c", "user.name=x", "-c", "user.email=x@example.org")
        subprocess.run(["git", *name, *arguments], check=True, capture_output=True, cwd=here)

    def found() -> list[str]:
        run("check", "--isolated", "--select", "PG004", "--format", "concise", "--changed", "HEAD", "a.docx")
        return [row.split(": ")[1] for row in capsys.readouterr().out.splitlines()]

    git("init", "-q")
    (here / "a.docx").write_bytes(_told("Lund, p. 9-3.", "Vik, pp. 8-2."))
    git("add", "a.docx")
    git("commit", "-qm", "one")
    assert found() == []
    (here / "a.docx").write_bytes(_told("Berg, pp. 7-4.", "Lund, p. 9-3.", "Vik, pp. 8-1."))
    assert found() == ["note 1", "note 3"]
    (here / "a.docx").write_bytes(b"PK nothing")
    git("commit", "-qam", "two")
    (here / "a.docx").write_bytes(_told("Berg, pp. 7-4."))
    assert found() == ["note 1"]
    assert run("check", "--changed", "nowhere", "a.docx") == 2
