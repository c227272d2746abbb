"""Tables are compiled once, kept, and made anew when anything that they depend on changes."""

from __future__ import annotations

import pytest

from footlint import compiled, scanners


def test_a_table_is_made_once(tmp_path):
    made = []

    def make():
        made.append(1)
        return {"a": (1, 2.5, None), "б": frozenset({"в"})}

    first = compiled.load(str(tmp_path), "words", b"s" * 32, make)
    assert compiled.load(str(tmp_path), "words", b"s" * 32, make) == first
    assert compiled.load(str(tmp_path), "words", b"t" * 32, make) == first
    assert len(made) == 2


def test_the_table_of_a_wheel_comes_first(tmp_path):
    (tmp_path / "words.table").write_bytes(compiled.pack(b"s" * 32, [1]))
    assert compiled.load(str(tmp_path), "words", b"s" * 32, lambda: pytest.fail("made again")) == [1]
    assert [path.name for path in tmp_path.iterdir()] == ["words.table"]


def test_line_ends_do_not_make_a_table_stale(tmp_path):
    unix, windows = tmp_path / "unix", tmp_path / "windows"
    for folder, text in ((unix, b"a\nb\n"), (windows, b"a\r\nb\r\n")):
        folder.mkdir()
        (folder / "words").write_bytes(text)
    assert compiled.stamp("x", [str(unix / "words")]) == compiled.stamp("x", [str(windows / "words")])
    assert compiled.stamp("x", [str(unix / "words")]) != compiled.stamp("y", [str(unix / "words")])


@pytest.mark.parametrize("pattern", [r"(?P<word>[^\W\d_]+)|(?P<sign>.)", "(a)(?P<b>b)?", "", "é|(?=x)y"])
def test_a_packed_expression_does_what_it_did(pattern):
    import re

    usual, packed = re.compile(pattern), scanners.unpack(scanners.pack(pattern), scanners.maker())
    assert (packed.pattern, packed.flags, packed.groups) == (usual.pattern, usual.flags, usual.groups)
    assert packed.groupindex == usual.groupindex
    for text in ("ab", "Слово", "é", "xy", ""):
        one, other = packed.match(text), usual.match(text)
        assert (one and (one.span(), one.groups(), one.lastgroup)) == (
            other and (other.span(), other.groups(), other.lastgroup)
        )


def test_where_python_does_not_tell_its_code_the_expression_is_compiled(monkeypatch):
    monkeypatch.setattr(scanners, "_packed", lambda _pattern: object().no_such_thing)
    packed = scanners.pack("a+")
    assert packed[2] == b""
    assert scanners.unpack(packed, scanners.maker()).fullmatch("aaa")


def test_what_another_python_packed_is_compiled():
    pattern, *_ = scanners.pack("a+")
    assert scanners.unpack((pattern, 0, b"\0\0\0\0", 0, {}, (None,)), "another").fullmatch("aaa")
