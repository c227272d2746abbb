"""Our reading of notes beside pandoc's: as many, in the same order, with the same text.

pandoc writes a note where it is called, so a note called twice appears twice and one that nothing calls not at all; the
comparison reads ours the same way. `FOOTLINT_WORD_FILES=folder` compares all Word files of a folder as well.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
from pathlib import Path
from unicodedata import normalize

import pytest
from wordfile import call, field, i, note, p, r, word

from footlint.document import PRIVATE, Document
from footlint.readers.docx import read_docx
from footlint.readers.docx.signs import raise_digits

pypandoc = pytest.importorskip("pypandoc")

FOLDER = os.environ.get("FOOTLINT_WORD_FILES")
FILES = sorted(Path(FOLDER).glob("*.docx")) if FOLDER else []
QUOTES = {"SingleQuote": "‘’", "DoubleQuote": "“”"}


def pandoc_notes(path: Path, changes: str) -> list[str]:
    command = [pypandoc.get_pandoc_path(), "-f", "docx", "-t", "json", f"--track-changes={changes}", str(path)]
    return list(_notes_in(json.loads(subprocess.run(command, capture_output=True, check=True).stdout)["blocks"]))


def _notes_in(part):
    if isinstance(part, dict) and part.get("t") == "Note":
        yield squeezed(_text(part["c"]))
        yield from _notes_in(part["c"])
    elif isinstance(part, (dict, list)):
        for inner in part.values() if isinstance(part, dict) else part:
            yield from _notes_in(inner)


def _text(part) -> str:  # noqa: PLR0911 - one for each kind of pandoc’s tree
    if isinstance(part, list):
        return "".join(map(_text, part))
    if not isinstance(part, dict):
        return ""
    kind, content = part.get("t"), part.get("c")
    if kind == "Str":
        return content
    if kind in ("Space", "SoftBreak", "LineBreak"):
        return " "
    if kind in ("Note", "Image"):
        return ""
    if kind in ("Para", "Plain", "Header"):
        return _text(content) + " "
    if kind == "Superscript":
        return raise_digits(_text(content))
    if kind == "Quoted":
        before, after = QUOTES[content[0]["t"]]
        return before + _text(content[1]) + after
    return _text(content)


def our_notes(document: Document) -> list[str]:
    """The text of each called note, in the order of the calls, notes called from notes right after them."""
    by_label = {(one.series, one.scope, one.label): at for at, one in enumerate(document.notes)}
    inside: dict[int | None, list] = {}
    for marker in document.markers:
        inside.setdefault(marker.note, []).append(marker)
    found: list[str] = []

    def follow(within: int | None, depth: int) -> None:
        for marker in inside.get(within, ()):
            at = by_label.get((marker.series, marker.scope, marker.label))
            if at is not None:
                found.append(squeezed(document.notes[at].prose.text))
                if depth:
                    follow(at, depth - 1)

    follow(None, 3)
    return found


def squeezed(text: str) -> str:
    unseen = dict.fromkeys(map(ord, f"{PRIVATE}\u00ad\u200b\u2060\ufeff"))
    return " ".join(normalize("NFC", text).translate(unseen).replace("\u2011", "-").split())


@pytest.mark.skipif(not FILES, reason="FOOTLINT_WORD_FILES names no folder")
@pytest.mark.parametrize("changes", ["accept", "reject"])
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_files_of_a_folder(path, changes):
    document = read_docx(path.name, path.read_bytes(), changes=f"{changes}ed")
    assert our_notes(document) == pandoc_notes(path, changes)


PIECES = [
    "the books",
    " of ",
    "Lund’s",
    " “Harbour” ",
    "pp. 3–7",
    " and\u00a0others",
    "Žižkov",
    "; ",
    "№ 5",
    "no\u2011one",
]


def _runs(chance: random.Random, depth: int = 0) -> str:
    runs = []
    for _ in range(chance.randint(1, 6)):
        text = chance.choice(PIECES)
        runs.append(
            chance.choice(
                (
                    r(text),
                    i(text),
                    r(text, "<w:smallCaps/>"),
                    f"<w:hyperlink w:anchor='x'>{r(text)}</w:hyperlink>",
                    f"<w:ins w:id='1' w:author='x'>{r(text)}</w:ins>",
                    f"<w:del w:id='2' w:author='x'>{r(text).replace('w:t', 'w:delText')}</w:del>",
                    field(" REF somewhere ", text),
                    f"<w:sdt><w:sdtContent>{r(text)}</w:sdtContent></w:sdt>",
                    "<w:r><w:br/></w:r>",
                    f"<w:r><w:t xml:space='preserve'>{text}</w:t><w:tab/></w:r>",
                )
            )
        )
    return "".join(runs)


def _manuscript(chance: random.Random) -> bytes:
    count = chance.randint(1, 12)
    calls = [call(at, "footnote") for at in range(1, count + 1)] + [call(at, "endnote") for at in range(1, 4)]
    chance.shuffle(calls)
    body = "".join(p(_runs(chance), *calls[at : at + 3], _runs(chance)) for at in range(0, len(calls), 3))
    table = f"<w:tbl><w:tr><w:tc>{p('left')}</w:tc><w:tc>{p('right')}</w:tc></w:tr></w:tbl>"
    footnotes = []
    for at in range(1, count + 1):
        extra = [table] if chance.random() < 0.2 else []
        footnotes.append(
            note(at, _runs(chance), *(f"<w:p>{_runs(chance)}</w:p>" for _ in range(chance.randint(0, 2))), *extra)
        )
    chance.shuffle(footnotes)
    return word(body, "".join(footnotes), "".join(note(at, _runs(chance), kind="endnote") for at in range(1, 4)))


@pytest.mark.parametrize("changes", ["accept", "reject"])
@pytest.mark.parametrize("seed", range(10))
def test_manuscripts_of_our_own(seed, changes, tmp_path):
    path = tmp_path / "made.docx"
    path.write_bytes(_manuscript(random.Random(seed)))
    document = read_docx("made.docx", path.read_bytes(), changes=f"{changes}ed")
    ours = our_notes(document)
    assert ours == pandoc_notes(path, changes)
    assert len(ours) == len(document.notes)
