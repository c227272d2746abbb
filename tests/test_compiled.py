"""Tables are compiled once, kept, and made anew when anything that they depend on changes."""

from __future__ import annotations

import pytest

from footlint import compiled, scanners


def test_a_table_is_made_once(tmp_path):
    made = []

    def make():
        made.append(1)
        return {"a": (1, 2.5, None), "б": frozenset({"в"})}

    source = tmp_path / "list"
    source.write_bytes(b"a\nb\n")
    for how, content, times in (
        ("x", b"a\nb\n", 1),
        ("x", b"a\r\nb\r\n", 1),  # line ends differ between checkouts
        ("y", b"a\nb\n", 2),
        ("y", b"a\nc\n", 3),
    ):
        source.write_bytes(content)
        table = compiled.load(str(tmp_path), "words", (how, [str(source)]), make)
        assert table == {"a": (1, 2.5, None), "б": frozenset({"в"})}
        assert len(made) == times


def test_the_table_of_a_wheel_comes_first(tmp_path):
    source = tmp_path / "list"
    source.write_bytes(b"a\nb\n")
    sources = ("x", [str(source)])
    (tmp_path / "words.table").write_bytes(compiled.pack(sources, [1]))
    assert compiled.load(str(tmp_path), "words", sources, lambda: pytest.fail("made again")) == [1]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["list", "words.table"]
    source.write_bytes(b"another length\n")
    assert compiled.load(str(tmp_path), "words", sources, lambda: [2]) == [2]


@pytest.mark.parametrize("content", [b"", b"]", b"[\x05", b"\xff" * 40])
def test_a_table_that_is_not_whole_is_made_again(tmp_path, content):
    source = tmp_path / "list"
    source.write_bytes(b"a\nb\n")
    sources = ("x", [str(source)])
    whole = compiled.pack(sources, [1])
    (tmp_path / "words.table").write_bytes(whole[:32] + content)
    for _ in range(2):
        assert compiled.load(str(tmp_path), "words", sources, lambda: [1]) == [1]
    kept = tmp_path / ".compiled" / "words.table"
    kept.write_bytes(kept.read_bytes()[:32] + content)
    assert compiled.load(str(tmp_path), "words", sources, lambda: [1]) == [1]
    assert compiled.load(str(tmp_path), "words", sources, lambda: pytest.fail("made again")) == [1]


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
