from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from footlint.config import Configuration
from footlint.diagnostic import Diagnostic
from footlint.finding import Edit, Fix
from footlint.fixes import apply
from footlint.repair import repair
from footlint.settings import Settings
from footlint.source import Span


def finding(*edits, safety="safe"):
    return Diagnostic("FN010", "x", "warning", "c.md", edits[0].span, "x", fix=Fix("Do it", tuple(edits), safety))


def edit(start, end, text):
    return Edit(Span(start, end), text)


def test_fixes_apply_by_their_own_places():
    text, applied = apply("abcdef", [finding(edit(0, 1, "X")), finding(edit(3, 5, ""), edit(6, 6, "!"))], "safe")
    assert text == "Xbcf!"
    assert len(applied) == 2


def test_only_safe_enough_fixes_apply():
    unsafe, shown = finding(edit(0, 1, "X"), safety="unsafe"), finding(edit(2, 3, "Y"), safety="display")
    assert apply("abc", [unsafe, shown], "safe")[0] == "abc"
    assert apply("abc", [unsafe, shown], "unsafe")[0] == "Xbc"
    assert apply("abc", [unsafe, shown], "display")[0] == "XbY"


def test_of_fixes_that_meet_the_first_wins_whole():
    both = finding(edit(0, 2, "X"), edit(4, 5, "Y"))
    assert apply("abcdef", [both, finding(edit(1, 3, "Z"))], "safe")[0] == "XcdYf"
    assert apply("abcdef", [finding(edit(1, 3, "Z")), both], "safe")[0] == "aZdef"
    assert apply("abcdef", [finding(edit(0, 2, "X")), finding(edit(2, 2, "Y"))], "safe")[0] == "Xcdef"


def test_one_edit_may_serve_several_findings():
    shared = edit(0, 1, "X")
    text, applied = apply("abc", [finding(shared, edit(2, 3, "Y")), finding(shared)], "safe")
    assert text == "XbY"
    assert len(applied) == 2


def test_a_fix_beyond_the_text_is_left_alone():
    assert apply("abc", [finding(edit(2, 9, "X"))], "safe") == ("abc", [])


edits = st.tuples(st.integers(0, 30), st.integers(0, 4), st.text("xyz", max_size=3))


@given(st.text("abc", min_size=30, max_size=40), st.lists(st.lists(edits, min_size=1, max_size=3), max_size=12))
def test_what_no_fix_names_stays(text, fixes):
    findings = []
    for places in fixes:
        spans = sorted({(start, min(start + length, len(text))): word for start, length, word in places}.items())
        if all(one[0][1] < other[0][0] for one, other in pairwise(spans)):
            findings.append(finding(*(edit(start, end, word) for (start, end), word in spans)))
    fixed, applied = apply(text, findings, "safe")
    touched = sorted({(e.span.start, e.span.end, e.text) for one in applied for e in one.fix.edits})
    at = 0
    for start, end, word in touched:
        assert fixed.startswith(text[at:start] + word)
        fixed = fixed[start - at + len(word) :]
        at = end
    assert fixed == text[at:]


def test_fixes_that_undo_each_other_change_nothing(monkeypatch):
    import footlint.repair as module

    def judge(chapters, *_, **__):
        text = chapters[0].text
        return [finding(edit(0, 1, "b" if text[0] == "a" else "a"))]

    monkeypatch.setattr(module, "judge", judge)
    repaired = repair("c.md", Configuration(Settings(), "."), "safe", data=b"a ferry")
    assert repaired.after == b"a ferry"
    assert repaired.fixed == ()


def test_fixes_that_meet_are_applied_one_after_the_other(monkeypatch):
    import footlint.repair as module

    def judge(chapters, *_, **__):
        text = chapters[0].text
        return [finding(edit(at, at + 1, "b")) for at, sign in enumerate(text) if sign == "a"]

    monkeypatch.setattr(module, "judge", judge)
    repaired = repair("c.md", Configuration(Settings(), "."), "safe", data=b"aaaaa")
    assert repaired.after == b"bbbbb"
    assert len(repaired.fixed) == 5
    assert repaired.left == ()


def test_a_file_that_is_not_its_text_is_left_alone(monkeypatch):
    import footlint.repair as module
    from footlint.chapters import ReadChapter
    from footlint.facts import ChapterFacts

    chapter = ReadChapter("text laid out", ChapterFacts("c.md", "docx", "automatic", 13))
    monkeypatch.setattr(module, "read_through", lambda *_: chapter)
    monkeypatch.setattr(module, "judge", lambda *_, **__: [finding(edit(0, 1, "b"))])
    repaired = repair("c.md", Configuration(Settings(), "."), "safe", data=b"PK\x03\x04 something")
    assert repaired.after == repaired.before
    assert len(repaired.left) == 1
