"""What holds for every Word file, sound or shaken."""

from __future__ import annotations

import os
import random
from io import BytesIO
from pathlib import Path
from unicodedata import is_normalized
from zipfile import ZipFile

import pytest
from lxml import etree
from test_docx_differential import _manuscript
from wordfile import pack

from footlint.document import EMPHASIS_CLOSE, EMPHASIS_OPEN, MARKER, Document, Prose
from footlint.readers.decode import Unreadable
from footlint.readers.docx import open_docx, read_docx

ROOT = Path(__file__).parents[2]
FOLDER = os.environ.get("FOOTLINT_WORD_FILES")
FILES = [*sorted((ROOT / "fixtures").rglob("*.docx")), *(sorted(Path(FOLDER).glob("*.docx")) if FOLDER else [])]


def holds(document: Document) -> None:
    source = document.source
    for part, span in _prose(document):
        assert is_normalized("NFC", part.text)
        assert part.text.count(EMPHASIS_OPEN) == part.text.count(EMPHASIS_CLOSE)
        whole = part.span(0, len(part.text))
        assert 0 <= whole.start <= whole.end <= len(source.text)
        assert span.start <= whole.start
        assert whole.end <= span.end
    assert list(document.notes) == sorted(document.notes, key=lambda note: note.span)
    for marker in document.markers:
        home = document.notes[marker.note] if marker.note is not None else document.blocks[marker.block]
        assert home.prose.text[marker.prose_offset] == MARKER
        assert home.span.covers(marker.span)
    for _, home in _homes(document):
        signs = [at for at, sign in enumerate(home.prose.text) if sign == MARKER]
        assert len(signs) == len(set(signs))
    assert sum(home.prose.text.count(MARKER) for _, home in _homes(document)) == len(document.markers)
    for note in document.notes:
        assert note.span.covers(note.label_span)
        if note.style == "automatic" and note.label_span.start < note.label_span.end:
            assert note.label in source.slice(note.label_span) or not note.label
    assert source.position(len(source.text)).line >= 1


def _homes(document: Document):
    yield from enumerate(document.blocks)
    yield from enumerate(document.notes)


def _prose(document: Document) -> list[tuple[Prose, object]]:
    return [(home.prose, home.span) for _, home in _homes(document) if home.prose.text]


@pytest.mark.parametrize("changes", ["accepted", "rejected"])
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_laws_on_files(path, changes):
    holds(read_docx(path.name, path.read_bytes(), changes=changes))


def test_every_character_leads_back_to_its_piece():
    for seed in range(10):
        _, layout = open_docx("a.docx", _manuscript(random.Random(seed)))
        for line in layout.lines:
            assert "".join(piece.text for _, piece in line.places) == layout.source.text[line.start : line.end]
            assert layout.source.text[line.end] == "\n"
            assert layout.line_at(line.start) is line


def _shaken(data: bytes, chance: random.Random) -> bytes:
    """The file with some of its elements removed, doubled, moved or emptied."""
    with ZipFile(BytesIO(data)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    for name in (
        "word/document.xml",
        "word/footnotes.xml",
        "word/endnotes.xml",
        "word/styles.xml",
        "word/settings.xml",
    ):
        if name not in members:
            continue
        root = etree.fromstring(members[name])
        for _ in range(chance.randint(1, 12)):
            elements = [element for element in root.iter() if element is not root]
            if not elements:
                break
            element, other = chance.choice(elements), chance.choice(elements)
            _shake(element, other, chance)
        members[name] = etree.tostring(root)
    return pack(members)


def _shake(element, other, chance: random.Random) -> None:
    choice = chance.randrange(6)
    if choice == 0:
        element.getparent().remove(element)
    elif choice == 1:
        element.addnext(etree.fromstring(etree.tostring(element)))
    elif choice == 2 and other not in element.iter():
        other.append(element)
    elif choice == 3:
        element.attrib.clear()
    elif choice == 4:
        element.text = chance.choice(["", "\n", "\ue002", "e\u0301", "¹²", "\u202e"])
    else:
        element.tag = other.tag


@pytest.mark.parametrize("seed", range(60))
def test_a_shaken_file_is_refused_or_read(seed):
    chance = random.Random(seed)
    pool = FILES if seed % 2 else []
    data = chance.choice(pool).read_bytes() if pool else _manuscript(chance)
    for changes in ("accepted", "rejected"):
        try:
            document = read_docx("a.docx", _shaken(data, random.Random(seed)), changes=changes)
        except Unreadable:
            continue
        holds(document)
