import json

import pytest

from footlint.config import ConfigError, Configuration, Configurations
from footlint.settings import Settings


def settings_in(folder, text, name="footlint.toml"):
    (folder / name).write_text(text, encoding="utf-8")
    return Configurations().of(str(folder / "chapter.md")).settings


def complaint(folder, text, name="footlint.toml"):
    with pytest.raises(ConfigError) as caught:
        settings_in(folder, text, name)
    return str(caught.value)


def test_every_setting(folder):
    settings = settings_in(
        folder,
        """
        select = ["FN", "PG"]
        ignore = ["PG004"]
        fail-on = "error"
        exclude = ["drafts/"]
        severity = { FN003 = "hint" }
        [style]
        range-dash = "hyphen"
        [text]
        markers = "bracket"
        [per-file-ignores]
        "*.txt" = ["FN010"]
        [per-note-ignores]
        "12" = ["PG001"]
        """,
    )
    assert settings.select == ("FN", "PG")
    assert settings.ignore == ("PG004",)
    assert settings.fail_on == "error"
    assert settings.exclude == ("drafts/",)
    assert settings.severity == {"FN003": "hint"}
    assert settings.style == {"range-dash": "hyphen"}
    assert settings.text.markers == "bracket"
    assert settings.per_file_ignores == {"*.txt": ("FN010",)}
    assert settings.per_note_ignores == {"12": ("PG001",)}


def test_no_file_means_the_defaults(folder):
    assert Configurations().of("chapter.md").settings == Settings()


def test_the_project_file_counts_only_with_our_table(folder):
    (folder / "footlint.toml").write_text('ignore = ["FN"]')
    inner = folder / "book"
    inner.mkdir()
    (inner / "pyproject.toml").write_text('[project]\nname = "x"\ndependencies = ["footlint"]\n')
    assert Configurations().of(str(inner / "a.md")).settings.ignore == ("FN",)
    (inner / "pyproject.toml").write_text('[tool.footlint]\nignore = ["PG"]\n')
    assert Configurations().of(str(inner / "a.md")).settings.ignore == ("PG",)
    (inner / "footlint.toml").write_text('ignore = ["E"]')
    assert Configurations().of(str(inner / "a.md")).settings.ignore == ("E",)


def test_each_file_has_the_nearest_configuration(footlint, chapter):
    inner = chapter.parent / "inner"
    inner.mkdir()
    (inner / "copy.md").write_text(chapter.read_text())
    (inner / "footlint.toml").write_text('select = ["FN001"]')
    _, out, _ = footlint("check", "--format", "json", ".")
    found = [(one["path"], one["code"]) for one in json.loads(out)["diagnostics"]]
    assert sorted(found) == [
        ("chapter.md", "FN001"),
        ("chapter.md", "FN010"),
        ("inner/copy.md", "FN001"),
    ]


def test_a_named_configuration_and_none(footlint, chapter):
    (chapter.parent / "footlint.toml").write_text('ignore = ["all"]')
    (chapter.parent / "other.toml").write_text('select = ["FN001"]')
    assert footlint("check", "--quiet", "chapter.md")[0] == 0
    assert footlint("check", "--isolated", "--format", "concise", "chapter.md")[1].count("\n") == 2
    assert footlint("check", "--config", "other.toml", "--format", "concise", "chapter.md")[1].count("\n") == 1
    status, out, err = footlint("check", "--config", "gone.toml", "chapter.md")
    assert (status, out, err) == (2, "", "footlint: gone.toml: no such configuration file\n")


@pytest.mark.parametrize(
    ("text", "line", "said", "marked"),
    [
        ('fail_on = "hint"', 1, "unknown option 'fail_on'; did you mean 'fail-on'?", "fail_on"),
        ('\nfail-on = "hints"', 2, "not 'hints'; did you mean 'hint'?", '"hints"'),
        ("select = 5", 1, "select must be a list of texts, not 5", "5"),
        ('select = ["FN", "FX"]', 1, "no rule or family is called 'FX'", '"FX"'),
        ('select = [\n  "FN",\n  "FX",\n]', 3, "no rule or family is called 'FX'", '"FX"'),
        ('[severity]\nFN099 = "hint"', 2, "no rule or family is called 'FN099'", "FN099"),
        ('[severity]\nFN001 = "bad"', 2, 'FN001 must be "error", "warning" or "hint", not \'bad\'', '"bad"'),
        ('[style]\nrange-dahs = "en"', 2, "unknown convention 'range-dahs'; did you mean 'range-dash'?", "range-dahs"),
        ('[style]\nrange-dash = "hyfen"', 2, "not 'hyfen'; did you mean 'hyphen'?", '"hyfen"'),
        ('style.range-dash = "hyfen"', 1, "not 'hyfen'", '"hyfen"'),
        ('style = { range-dash = "hyfen" }', 1, "not 'hyfen'", "style"),
        ('[text]\nmarker = "auto"', 2, "unknown option of [text] 'marker'; did you mean 'markers'?", "marker"),
        ('[text]\nmarkers = "auto"\nnotes = 1', 3, "notes must be", "1"),
        ('[per-note-ignores]\n"12" = ["PG91"]', 2, "no rule or family is called 'PG91'", '"PG91"'),
        ('[per-file-ignores]\n"a.md" = "PG001"', 2, "a.md must be a list of texts", '"PG001"'),
        ("text = 3", 1, "text must be a table", "3"),
        ("[[text]]", 1, "text must be a table", "text"),
        ('select = ["FN"\nignore = []', 2, "", "i"),
        ("select = [", 1, "", None),
        ("a b", 1, "", None),
    ],
)
def test_a_fault_is_shown_where_it_stands(folder, text, line, said, marked):
    message = complaint(folder, text)
    head, shown, carets = message.split("\n")
    assert head.startswith(f"footlint.toml, line {line}: ")
    assert said in head
    shown_line = text.split("\n")[line - 1]
    assert shown == f"  {line} | {shown_line}"
    assert set(carets.split("|")[1]) <= {" ", "^"}
    if marked:
        start = carets.index("^") - len(f"  {line} | ")
        assert shown_line[start : start + carets.count("^")] == marked


def test_a_fault_in_a_project_file(folder):
    message = complaint(folder, "[project]\nselect = 1\n[tool.footlint]\nselect = 1\n", "pyproject.toml")
    assert message.startswith("pyproject.toml, line 4: select must be")


def test_a_configuration_that_is_no_utf8(folder):
    (folder / "footlint.toml").write_bytes(b"\n# caf\xe9\n")
    with pytest.raises(ConfigError, match=r"footlint\.toml, line 2: not UTF-8"):
        Configurations().of("a.md")


def test_a_fault_ends_the_run(footlint, chapter):
    (chapter.parent / "footlint.toml").write_text("select = 5")
    status, out, err = footlint("check", "chapter.md")
    assert (status, out) == (2, "")
    assert err.startswith("footlint: footlint.toml, line 1: ")


def test_patterns_count_from_the_configurations_folder(folder):
    settings = Settings(
        exclude=("drafts/", "/top.md", "*.bak.md"),
        per_file_ignores={"book/*.md": ("FN001",), "*.txt": ("FN",)},
        per_note_ignores={"12": ("PG001",), "book/:13": ("PG002",), "*": ("FN002",)},
    )
    configuration = Configuration(settings, str(folder))
    assert configuration.excludes("top.md")
    assert not configuration.excludes("book/top.md")
    assert configuration.excludes("book/drafts", folder=True)
    assert not configuration.excludes("book/drafts.md")
    assert configuration.excludes(str(folder / "a.bak.md"))
    assert configuration.ignores_in_file("book/a.md") == ("FN001",)
    assert configuration.ignores_in_file("a.md") == ()
    assert configuration.ignores_in_file("x/a.txt") == ("FN",)
    assert [(one.label, one.codes) for one in configuration.notes_ignored_in("a.md")] == [
        ("12", ("PG001",)),
        ("*", ("FN002",)),
    ]
    in_book = configuration.notes_ignored_in("book/a.md")
    assert [(one.key, one.label, one.is_exact) for one in in_book] == [
        ("12", "12", False),
        ("book/:13", "13", False),
        ("*", "*", False),
    ]
