"""`--changed REV`: only findings on lines changed since a git revision."""

import subprocess

import pytest

HEAD = "It rained.[^1] It snowed.[^2] It froze.[^3]\n\n"
SOUND = HEAD + (
    "[^1]: Ruth Calder, *Mills and Millers* (Bristol: Avon House, 1988), p. 20.\n"
    "[^2]: Calder, *Mills and Millers*, p. 31.\n"
    "[^3]: Calder, *Mills and Millers*, p. 44.\n"
)
OLD = SOUND.replace("p. 44", "pp. 44")


@pytest.fixture
def git(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def run(*arguments):
        command = ["git", "-c", "user.name=x", "-c", "user.email=x@x", *arguments]
        subprocess.run(command, check=True, capture_output=True)

    run("init", "-q")
    (tmp_path / "chapter.md").write_text(OLD, encoding="utf-8")
    run("add", "-A")
    run("commit", "-q", "-m", "one")
    return run


@pytest.fixture
def changed(footlint):
    def run(*paths, revision="HEAD"):
        return footlint("check", "--format", "concise", "--changed", revision, *(paths or (".",)))

    return run


def test_what_was_there_before_is_left_out(git, changed):
    assert changed() == (0, "", "")


def test_a_changed_line_counts(git, changed, tmp_path):
    path = tmp_path / "chapter.md"
    path.write_text("A title\n\n" + OLD.replace("Millers*, p. 31", "Milers*, p. 31"), encoding="utf-8")
    status, out, _ = changed()
    assert status == 1
    assert [line.split()[1] for line in out.splitlines()] == ["CT003"]


def test_a_renamed_file_is_compared_with_what_it_was(git, changed, tmp_path):
    (tmp_path / "part").mkdir()
    git("mv", "chapter.md", "part/first.md")
    assert changed() == (0, "", "")
    path = tmp_path / "part" / "first.md"
    path.write_text(OLD.replace("Millers*, p. 31", "Milers*, p. 31"), encoding="utf-8")
    status, out, _ = changed("part/first.md")
    assert status == 1
    assert [line.split()[1] for line in out.splitlines()] == ["CT003"]


def test_a_file_that_git_does_not_know_is_all_new(git, changed, tmp_path):
    (tmp_path / "new.md").write_text(OLD, encoding="utf-8")
    status, out, _ = changed()
    assert status == 1
    assert out.startswith("new.md:")
    assert out.count("\n") == 1


@pytest.mark.parametrize("text", [OLD, SOUND], ids=["findings", "none"])
def test_a_revision_that_git_does_not_know(git, changed, tmp_path, text):
    (tmp_path / "chapter.md").write_text(text, encoding="utf-8")
    status, _, err = changed(revision="no-such-branch")
    assert status == 2
    assert "git knows no revision 'no-such-branch'" in err


@pytest.mark.parametrize("text", [OLD, SOUND], ids=["findings", "none"])
def test_outside_a_repository(changed, tmp_path, monkeypatch, text):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    (tmp_path / "chapter.md").write_text(text, encoding="utf-8")
    status, _, err = changed()
    assert status == 2
    assert "not a git repository" in err
