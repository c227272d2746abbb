import pytest
from commandline import CHAPTER

from footlint.cli import main


@pytest.fixture(autouse=True)
def surroundings(monkeypatch, tmp_path_factory):
    """A cache of the test's own, a terminal of 80 columns, and no words from outside."""
    monkeypatch.setenv("FOOTLINT_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "GITHUB_WORKSPACE", "FOOTLINT_DEBUG"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """An empty folder to work in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def chapter(folder):
    """The chapter above as `chapter.md`."""
    path = folder / "chapter.md"
    path.write_text(CHAPTER, encoding="utf-8")
    return path


@pytest.fixture
def footlint(capfdbinary):
    """Run a command line in this process: status, standard output, standard error."""

    def run(*arguments):
        try:
            status = main([str(argument) for argument in arguments])
        except SystemExit as ending:
            status = ending.code
        out, err = capfdbinary.readouterr()
        return status, out.decode(), err.decode()

    return run
