"""The report as a page: whole, self-contained, escaped, every link leading somewhere."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser

import pytest
from pages import HOSTILE, ROOT, canal, written

from footlint.cli import main
from footlint.document import Prose
from footlint.reporters.html.places import range_in
from footlint.source import Span

VOID = {"meta", "br", "input", "link", "img"}


class Outline(HTMLParser):
    """Checks that elements nest, and collects what the tests ask for."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.targets: list[str] = []
        self.described: list[str] = []
        self.tags: list[str] = []
        self.attributes: set[str] = set()
        self.texts: list[str] = []
        self.feed(page)
        self.close()
        assert not self.open

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        self.tags.append(tag)
        self.attributes |= set(attributes)
        if "id" in attributes:
            self.ids.append(attributes["id"])
        if "href" in attributes:
            self.targets.append(attributes["href"])
        self.described += (attributes.get("aria-describedby") or "").split()
        assert not (tag == "a" and "a" in self.open)
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.texts.append(data)


PAGES = {
    "canal": canal,
    "hostile": lambda folder: written(folder, hostile_md=HOSTILE),
    "empty": lambda folder: written(folder, empty_txt=""),
    "broken": lambda folder: written(folder, broken_docx=b"no zip", whole_txt="Text.\n"),
    "inline": lambda folder: written(
        folder, inline_md="A note^[Lund, pp. 9-3.] here, another.[^a]\n\n[^a]: See^[in]\n"
    ),
}


@pytest.fixture(params=list(PAGES))
def page(request, tmp_path):
    return PAGES[request.param](tmp_path)


def test_elements_nest_and_links_lead_somewhere(page):
    outline = Outline(page)
    assert len(outline.ids) == len(set(outline.ids))
    assert set(outline.targets) <= {f"#{name}" for name in outline.ids}
    assert set(outline.described) <= set(outline.ids)


def test_nothing_is_fetched_and_nothing_of_the_chapter_runs(page):
    outline = Outline(page)
    assert outline.tags.count("script") == 1
    assert outline.tags.count("style") == 1
    assert not {"img", "link", "iframe", "object", "b-"} & set(outline.tags)
    assert not {name for name in outline.attributes if name.startswith("on") or name in ("src", "style", "srcdoc")}
    assert not re.search(r"url\(|@import|https?://", page.split("<main", 1)[0])


def test_the_policy_names_our_own_style_and_script(page):
    for tag in ("style", "script"):
        text = re.search(f"<{tag}>(.*?)</{tag}>", page, re.DOTALL)[1]
        assert f"{tag}-src 'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'" in page


def test_characters_that_command_are_not_passed_on(tmp_path):
    page = written(tmp_path, hostile_md=HOSTILE)
    assert not re.search("[\x00-\x08\u202e]", page)
    assert "<script>document.title" not in page
    assert "&lt;script&gt;" in page


def test_findings_stand_where_they_are(tmp_path):
    page = canal(tmp_path)
    assert page.count('class="card ') == 12
    assert 'data-code="PG004"' in page
    assert re.search(
        r'<mark class="error" data-findings="\d+"><a href="#f\d+" aria-describedby="m\d+">73–70</a></mark>', page
    )
    assert "<del>12-18.</del> <ins>12–18.</ins>" in page
    assert "<em>The Harbour Books of Vellin</em>" in page


def test_findings_are_numbered_as_they_are_read(tmp_path):
    page = canal(tmp_path)
    assert re.findall(r'id="f(\d+)"', page) == [str(number) for number in range(1, 13)]


def test_notes_stand_beside_the_paragraph_that_calls_them(tmp_path):
    page = canal(tmp_path)
    row = page.split('<div class="row" id="c0b2"')[1].split('<div class="row"')[0]
    assert re.findall(r'id="c0n(\d)"', row) == ["3", "4", "5"]


def test_notes_that_nothing_calls_are_shown(tmp_path):
    page = written(tmp_path, a_md="Text.[^1]\n\n[^1]: Called.\n\n[^2]: Lost indeed.\n")
    assert "Lost indeed." in page.split("Notes that nothing calls")[1]


def test_a_file_that_cannot_be_read_is_told(tmp_path):
    page = written(tmp_path, broken_docx=b"no zip", whole_txt="Text.\n")
    assert "could not be read: not a Word file" in page


def test_the_style_sheet_is_on_the_page(tmp_path):
    page = canal(tmp_path)
    assert "en dash" in page.split('id="stylesheet"')[1]


def test_names_and_works_are_on_the_page_with_their_places(tmp_path):
    full, short = "V. Khaustov, *Sud'ba* (Moscow: Luch, 1990), p. 3.", "Khaustov, *Sud'ba*, p. 5."
    one = f"Snow.[^1] Ice.[^2]\n\n[^1]: {full}\n\n[^2]: {short}\n"
    alone = written(tmp_path, a_md=one)
    assert '<td dir="auto">notes 1, 2</td>' in alone.split('id="names"')[1]
    assert "V. Khaustov, Sud&#x27;ba (Moscow: Luch, 1990)" in alone.split('id="works"')[1]
    both = written(tmp_path, a_md=one, b_md=one)
    assert re.search(r"[^>]*a\.md notes 1, 2; [^<]*b\.md notes 1, 2</td>", both.split('id="names"')[1])
    assert '<a href="#works">Works cited</a>' in both


def test_chapters_of_a_book_stand_in_its_order(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "footlint.toml").write_text('[book]\nchapters = ["b.md", "a.md"]\n')
    for name in ("a", "b"):
        (tmp_path / f"{name}.md").write_text(f"Chapter {name}.[^1]\n\n[^1]: Pages 9-3: pp. 9-3.\n")
    assert main(["report", "--no-cache", "--quiet", "."]) == 1
    page = (tmp_path / "footlint-report.html").read_text("utf-8")
    assert re.findall(r'<h2 id="h\d">([^<]+)', page) == ["b.md", "a.md"]
    assert re.findall(r'id="f(\d+)"', page) == [str(at) for at in range(1, 1 + page.count('class="card '))]


def test_a_chapter_is_never_written_over(tmp_path, capsys):
    chapter = tmp_path / "a.md"
    chapter.write_text("Text.\n")
    assert main(["report", "--isolated", "-o", str(chapter), str(chapter)]) == 2
    assert chapter.read_text() == "Text.\n"
    assert "is one of the chapters" in capsys.readouterr().err


def test_all_manuscripts_of_our_own(tmp_path):
    for path in sorted((ROOT / "fixtures").rglob("*.md")):
        Outline(written(tmp_path, chapter_md=path.read_bytes()))


@pytest.mark.parametrize(
    ("span", "expected"),
    [((0, 3), (0, 3)), ((2, 6), (2, 4)), ((5, 6), (3, 4)), ((10, 12), (4, 6)), ((3, 3), (3, 3)), ((20, 30), None)],
)
def test_spans_find_their_prose(span, expected):
    # "abc" stands at 0, one letter stands for source 3-6, "de" at 10.
    prose = Prose("abcXde", (0, 3, 4), (0, 3, 10), (3, 3, 2))
    found = range_in(prose, Span(*span))
    if span == (3, 3):
        assert found is not None
    else:
        assert found == expected
