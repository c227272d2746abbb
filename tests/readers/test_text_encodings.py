import pytest
from hypothesis import given
from hypothesis import strategies as st

from footlint.readers.decode import SIZE_LIMIT, Encoding, Unreadable, decode, encode

TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff"))


@pytest.mark.parametrize(
    ("encoding", "lead"),
    [
        (Encoding(), b""),
        (Encoding(bom=True), b"\xef\xbb\xbf"),
        (Encoding("utf-16-le", bom=True), b"\xff\xfe"),
        (Encoding("utf-16-be", bom=True), b"\xfe\xff"),
    ],
)
@given(text=TEXTS)
def test_bytes_come_back_identical(encoding, lead, text):
    data = lead + text.encode(encoding.name)
    source, found = decode("a.txt", data)
    if data != b"\xff\xfe":
        assert source.text == text
    assert encode(source.text, found) == data


def test_newlines_stay_as_they_are():
    source, _ = decode("a.txt", b"one\r\ntwo\rthree\n")
    assert source.text == "one\r\ntwo\rthree\n"
    assert len(source.line_starts) == 4


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"one\ntwo \xff", "not UTF-8: 0xff at byte 8 (line 2, column 5)"),
        ("été\r\nb".encode() + b"\xe2\x82", "not UTF-8: 0xe2 at byte 8 (line 2, column 2)"),
        (b"one\nt\0o", "a NUL, so this is no text file at byte 5 (line 2, column 2)"),
        (b"\xff\xfea\0b", "not UTF-16: 0x62 at byte 4 (line 1, column 2)"),
        (b"\xff\xfe\x00\xd8a\0", "not UTF-16: 0x00 at byte 2 (line 1, column 1)"),
        (b"\xff\xfea\0\0\0", "a NUL, so this is no text file at byte 4 (line 1, column 2)"),
        (b"\xff\xfe\0\0a\0\0\0", "encoded in UTF-32, save it as UTF-8"),
        (b"\0\0\xfe\xff\0\0\0a", "encoded in UTF-32, save it as UTF-8"),
        (b"x" * (SIZE_LIMIT + 1), "larger than 64 MB, no chapter is that long"),
    ],
    ids=["byte", "cut", "nul", "odd", "surrogate", "nul-16", "utf-32-le", "utf-32-be", "large"],
)
def test_what_cannot_be_read_is_told_in_one_message(data, message):
    with pytest.raises(Unreadable) as caught:
        decode("a.txt", data)
    assert caught.value.message == message
    assert str(caught.value) == f"a.txt: {message}"


@given(st.binary(max_size=200))
def test_any_bytes_are_text_or_unreadable(data):
    error = None
    try:
        source, encoding = decode("a.txt", data)
    except Unreadable as caught:
        error = caught
    assert error.message if error else encode(source.text, encoding) == data
