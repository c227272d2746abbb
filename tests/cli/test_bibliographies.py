"""The works of chapters for LaTeX, Zotero and pandoc: other programs read what is written, and read the same."""

import json
import shutil

import pytest

NOTES = """\
A. B. Marks & C. Spencer, *100 % of $5: the C# and snake_case Question* (London: Smith & Sons, 1999), p. 3.
D. Penn, *Braces {and} Tildes ~ Carets ^* (Leeds: Moor, 2001), p. 4.
L. Ö. Müßig, *Größe “in Zahlen”* (Köln: Böhlau, 2003), p. 5.
Idem, *Länge* (Köln: Böhlau, 2005), p. 6.
Eva Roe et al., eds., *The Ferry Papers* (Hull: Humber, 1977), p. 9.
Labour Party, *Report of the Conference* (London: Garden, 1926), p. 70.
Ivor Finch, “The Weir at Low Water” (PhD diss., University of Leeds, 2004), p. 77.
V. P. Danilov, *Istoriia sovetskoi derevni* (Moscow: Nauka, 1977), p. 45.
Kate Brand, review of *The Great Flood*, by Ivor Penn, *River Review* 76, no. 2 (2017): 532–34.
R. Dorn, *Letters*, vol. 1 (Hull: Humber, 1950), p. 87, and vol. 2 (Hull: Humber, 1952), p. 15.
"""


@pytest.fixture
def works(footlint, tmp_path):
    lines = NOTES.splitlines()
    path = tmp_path / "chapter.md"
    body = " ".join(f"It rained.[^{number}]" for number in range(1, len(lines) + 1))
    notes = "\n".join(f"[^{number}]: {line}" for number, line in enumerate(lines, 1))
    path.write_text(f"{body}\n\n{notes}\n", encoding="utf-8")

    def write(form):
        status, out, _ = footlint("works", "--format", form, str(path))
        assert status == 0
        return out

    return write


def test_bibtex_is_read_back(works):
    from bibtexparser import parse_string

    library = parse_string(works("bibtex"))
    assert not library.failed_blocks
    found = {entry.key: (entry.entry_type, entry.fields_dict) for entry in library.entries}
    assert sorted(found) == [
        "brand2017", "danilov1977", "dorn1950", "finch2004", "labourparty1926", "marks1999", "mussig2003", "mussig2005",
        "penn2001", "roe1977",
    ]  # fmt: skip
    assert found["marks1999"][1]["title"].value == r"{100 \% of \$5: the C\# and snake\_case Question}"
    assert found["mussig2005"][1]["author"].value == "Müßig, L. Ö."
    assert found["roe1977"][1]["editor"].value == "Roe, Eva and others"
    assert found["labourparty1926"][1]["author"].value == "{Labour Party}"
    assert found["finch2004"][0] == "thesis"
    assert found["finch2004"][1]["institution"].value == "University of Leeds"
    assert found["danilov1977"][1]["origtitle"].value == "История советской деревни"
    assert found["dorn1950"][1]["date"].value == "1950"


def test_csl_json_says_what_each_work_is(works):
    found = {item["id"]: item for item in json.loads(works("csl-json"))}
    assert found["finch2004"]["type"] == "thesis"
    assert found["brand2017"]["title"] == "review of The Great Flood"
    assert found["brand2017"]["container-title"] == "River Review"
    assert found["labourparty1926"]["author"] == [{"literal": "Labour Party"}]
    assert found["danilov1977"]["language"] == "ru"
    assert "language" not in found["marks1999"]


@pytest.mark.parametrize(("form", "suffix"), [("csl-json", "json"), ("bibtex", "bib")])
def test_pandoc_sets_a_bibliography_of_it(works, tmp_path, form, suffix):
    pypandoc = pytest.importorskip("pypandoc")
    if not shutil.which(pypandoc.get_pandoc_path()):
        pytest.skip("no pandoc")
    path = tmp_path / f"works.{suffix}"
    path.write_text(works(form), encoding="utf-8")
    text = pypandoc.convert_text(
        '---\nnocite: "@*"\n---\n', "plain", format="markdown",
        extra_args=["--citeproc", f"--bibliography={path}", "--columns=500"],
    )  # fmt: skip
    english = "marks, a. b., and c. spencer. 1999. 100 % of $5: the c# and snake_case question. smith & sons."
    assert english in text.casefold()  # the style gives English titles their capitals
    assert "Penn, D. 2001. Braces {and} Tildes ~ Carets ^. Moor." in text
    assert "Istoriia sovetskoi derevni. Nauka." in text
