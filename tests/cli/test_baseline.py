"""`--write-baseline` and `--baseline`: what was known is put up with, wherever its lines have moved."""

import os

import pytest

HEAD = "It rained.[^1] It snowed.[^2] It froze.[^3]\n\n"
NOTES = (
    "[^1]: Ruth Calder, *Mills and Millers* (Bristol: Avon House, 1988), p. 20.\n"
    "[^2]: Calder, *Mills and Millers*, pp. 31.\n"
    "[^3]: Calder, *Mills and Milers*, p. 44.\n"
)


@pytest.fixture
def path(tmp_path, monkeypatch, footlint):
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "chapter.md"
    path.write_text(HEAD + NOTES, encoding="utf-8")
    assert footlint("check", "--write-baseline", "known.json", ".")[0] == 0
    return path


@pytest.fixture
def check(footlint):
    return lambda: footlint("check", "--format", "concise", "--baseline", "known.json", ".")


def test_what_is_known_is_left_out(path, check):
    assert check() == (0, "", "")


def test_lines_may_move(path, check):
    path.write_text("# A title\n\nA new paragraph.\n\n" + HEAD + "\n" + NOTES, encoding="utf-8")
    assert check() == (0, "", "")


def test_a_finding_may_vanish(path, check):
    path.write_text(HEAD + NOTES.replace("pp. 31", "p. 31"), encoding="utf-8")
    assert check() == (0, "", "")


def test_a_new_finding_is_told(path, check):
    path.write_text(HEAD + NOTES.replace("p. 20", "pp. 20"), encoding="utf-8")
    status, out, _ = check()
    assert status == 1
    assert [line.split()[1] for line in out.splitlines()] == ["PG003"]


def test_the_same_fault_twice_is_one_too_many(path, check):
    path.write_text(
        HEAD.replace("[^3]", "[^3] It thawed.[^4]") + NOTES + "[^4]: Calder, *Mills and Milers*, p. 45.\n",
        encoding="utf-8",
    )
    status, out, _ = check()
    assert status == 1
    assert "note" not in out
    assert out.count("CT003") == 1


@pytest.mark.parametrize("content", [None, "{", '{"a": 1}', "[]"])
def test_what_is_no_baseline_is_refused(path, check, tmp_path, content):
    if content is None:
        (tmp_path / "known.json").unlink()
    else:
        (tmp_path / "known.json").write_text(content, encoding="utf-8")
    status, _, err = check()
    assert status == 2
    assert "known.json" in err


def test_the_two_options_exclude_each_other(path, footlint):
    status, _, err = footlint("check", "--baseline", "known.json", "--write-baseline", "known.json", ".")
    assert status == 2
    assert "exclude each other" in err


def test_a_link_to_a_baseline_stays_one(path, footlint, tmp_path):
    (tmp_path / "link.json").symlink_to("known.json")
    status, _, _ = footlint("check", "--write-baseline", "link.json", str(path))
    assert status == 0
    assert (tmp_path / "link.json").is_symlink()
    assert (tmp_path / "known.json").read_text(encoding="utf-8").startswith("{")


def test_what_is_no_file_is_written_to_and_not_replaced(path, footlint, tmp_path):
    fifo = tmp_path / "fifo"
    os.mkfifo(fifo)
    reader = os.open(fifo, os.O_RDONLY | os.O_NONBLOCK)
    status, _, _ = footlint("check", "--write-baseline", str(fifo), str(path))
    assert status == 0
    assert os.read(reader, 1) == b"{"
    assert fifo.is_fifo()
    os.close(reader)
