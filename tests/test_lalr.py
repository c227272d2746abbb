"""The loop that runs Lark's tables does what Lark does with them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from lark import Lark, Token

from effort import effort
from footlint import grammars
from footlint.citations import phrases
from footlint.lalr import Parser, Tables, tables_of
from footlint.readers.plain import lines

NOTES = sorted((Path(__file__).parent.parent / "fixtures" / "notes").glob("*.yaml"))


class Row:
    """Keeps the parts of a rule as they are."""

    def start(self, children):
        return children

    def pair(self, children):
        return ("pair", *map(str, children))


def compile_grammar(text, **options):
    return Lark(text, parser="lalr", lexer="contextual", maybe_placeholders=False, **options)


class OurToken(Token):
    """A token of Lark's that has what ours have as well."""


def by_lark(name, shaper, make, callbacks=None):
    """The parser that Lark makes of a grammar, its tokens dressed as ours."""
    home = grammars.folder()
    with open(os.path.join(home, f"{name}.lark"), encoding="utf-8") as file:
        text = file.read()

    def dressed(token):
        ours = make(token.type, token.start_pos, token.end_pos, token.value)
        kind = callbacks[token.type](ours) if callbacks and token.type in callbacks else token.type
        found = OurToken.new_borrow_pos(kind, token.value, token)
        for field in ours.__struct_fields__:
            setattr(found, field, getattr(ours, field))
        return found

    options = {"start": grammars.STARTS[name], "import_paths": [home]}
    names = [terminal.name for terminal in compile_grammar(text, **options).terminals]
    return compile_grammar(text, transformer=shaper, lexer_callbacks=dict.fromkeys(names, dressed), **options)


def by_us(grammar):
    return ours(tables_of(compile_grammar(grammar), "start"))


def ours(tables):
    return Parser(tables, Row(), lambda _kind, _start, _end, text: text, {})


@pytest.fixture(scope="module")
def reference():
    callbacks = {"WORD": phrases._word, "PREFIX": phrases._prefix, "SIGN": phrases._sign}
    return by_lark("reference", phrases._Shaper(), phrases.Atom, callbacks)


def shown(row):
    return [
        (
            atom.kind,
            atom.start,
            atom.end,
            str(atom.text),
            str(atom.key),
            atom.prefix,
            [(one.pieces, one.kinds, one.suffix, one.joiner and one.joiner.text) for one in atom.numbers],
            shown(atom.inner),
        )
        for atom in row
    ]


@pytest.mark.parametrize("path", NOTES, ids=lambda path: path.stem)
def test_notes_parse_as_lark_parses_them(path, reference):
    texts = [str(entry["note"]) for entry in yaml.safe_load(path.read_text(encoding="utf-8")) if "note" in entry]
    assert texts
    for written in texts:
        text = written.replace("*", "\ue000", 1).replace("*", "\ue001", 1)
        assert shown(phrases.atoms(text)) == shown(reference.parse(text))


@settings(deadline=None)
@given(text=st.text(alphabet="aB .,;:()[]“”‘’«»-–/0123ivx\n\ue000\ue001pp.&", max_size=60))
def test_any_text_parses_as_lark_parses_it(text, reference):
    assert shown(phrases.atoms(text)) == shown(reference.parse(text))


def test_parts_of_inlined_rules_stand_in_the_rule_around_them():
    parser = by_us("start: _many (/;/ _many)*\n_many: pair | _many _COMMA pair\npair: /a/ /b/?\n_COMMA: /,/")
    found = parser.parse("ab,a;a,ab")
    assert [one if isinstance(one, tuple) else str(one) for one in found] == [
        ("pair", "a", "b"), ("pair", "a"), ";", ("pair", "a"), ("pair", "a", "b"),
    ]  # fmt: skip


@pytest.mark.parametrize("rules", ["_row: | _row /a/", "_row: | _row _part\n_part: /a/ | /b/"])
def test_a_token_that_can_but_join_its_row_costs_no_reduction(rules):
    parser = by_us(f"start: _row\n{rules}\n%ignore /\\s/")
    parser.parse("a")
    twice, once = (effort(lambda count=count: parser.parse("a " * count)) for count in (200, 100))
    assert (twice - once) / 100 <= 8
    assert list(map(str, parser.parse(" a a  a "))) == ["a", "a", "a"]


def test_a_text_outside_the_grammar_is_named():
    parser = by_us("start: /a/ /b/")
    with pytest.raises(ValueError, match="no word for 'cd' at offset 1"):
        parser.parse("acd")
    with pytest.raises(ValueError, match="at offset 1"):
        parser.parse("a")


@pytest.mark.parametrize("grammar", ["?start: /a/ | start /b/", '!start: "a"', 'start: "a" /b/'])
def test_what_the_loop_does_not_know_is_refused(grammar):
    with pytest.raises(ValueError, match=r"known here|regular expressions"):
        by_us(grammar)


def test_kept_tables_are_plain_values():
    import marshal

    tables = tables_of(compile_grammar("start: /a/+"), "start")
    kept = marshal.dumps(tables.state, 4)
    assert ours(Tables(*marshal.loads(kept))).parse("aa") is not None


def test_a_chapter_parses_as_lark_parses_it():
    text = "One.¹ Two.[2]\n\n1 See.\n[2] Ibid.\f* * *\n - 12 -\n"
    pages = by_lark("chapter", lines._Values(), lines.Piece).parse(text)
    expected = [laid_out(one) for page in pages for _, one in page if one]
    assert expected == [laid_out(one.lines) for one in lines.parse(text)]


def laid_out(paragraph):
    return [
        (line.start, line.end, line.indent, line.label, line.furniture, [(one.kind, one.text) for one in line.pieces])
        for line in paragraph
    ]
