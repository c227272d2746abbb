"""Readings of romanised words, the systems that give them, and the lexicon behind them."""

import sys

import pytest

from effort import effort
from footlint.romanization import decode, house_system, load_lexicon, romanize, system_ids
from footlint.romanization.align import alignment, only_way, systems_giving
from footlint.romanization.book import choices
from footlint.romanization.decode import guesses, known
from footlint.romanization.language import _weighed
from footlint.romanization.spelling import LONGEST, canonical
from footlint.romanization.tables import tables
from footlint.testing import run


def names(reading):
    return set(tables().names(reading.systems))


@pytest.mark.parametrize(
    ("word", "reading", "system"),
    [
        ("Chmelnickij", "хмельницкий", "scholarly"),
        ("Zhuravlyov", "журавлёв", "wikipedia"),
        ("Schostakowitsch", "шостакович", "german"),
        ("Chostakovitch", "шостакович", "french"),
        ("Szostakowicz", "шостакович", "polish"),
        ("Afanasief", "афанасьев", "english-19c"),
        ("obshchestvo", "общество", "ala-lc"),
        ("obŝestvo", "общество", "iso-9"),
        ("žiznʹ", "жизнь", "scholarly"),
        ("zhizn", "жизнь", "bgn-pcgn"),
        ("Èpoha", "эпоха", "iso-9"),
        ("ob”yedineniye", "объединение", "bgn-pcgn"),
        ("voenno", "военно", "ala-lc"),
        ("Alexandrov", "александров", "popular"),
        ("krasnoarmeĭskiĭ", "красноармейский", "ala-lc-marks"),
    ],
)
def test_reading(word, reading, system):
    first = decode(word)[0]
    assert first.text == reading
    assert system in names(first)


def test_frequency_tells_a_surname_from_a_possible_one():
    readings = decode("Chabarov")
    assert readings[0].text == "хабаров"


def test_a_word_of_two_systems_is_not_exact():
    readings = [one for one in decode("žhurnal") if one.text == "журнал"]
    assert readings
    assert not readings[0].exact


def test_a_word_no_dictionary_knows_is_still_read():
    assert any(one.text == "брындохвостов" for one in decode("Bryndokhvostov"))


@pytest.mark.parametrize("word", ["", "1937", "…", "日本", "Ж", "'''''"])
def test_what_cannot_be_read(word):
    assert all(one.entry is None for one in decode(word)) or decode(word) == ()


@pytest.mark.parametrize(
    "word",
    ["a" * 10_000, "sch" * 3_000, "'’‘ʼʹ′" * 500, "kh" * (LONGEST // 2), "иi" * 24, "s" * LONGEST, "ia" * 24, "y" * 40],
)
def test_hostile_words_cost_little(word):
    assert effort(lambda: decode(word)) < 200_000
    assert len(decode(word)) <= 24


@pytest.mark.parametrize("word", ["khozyaystva", "sovetskogo", "politicheskiye", "respublikanskogo", "Chaustov"])
def test_a_word_with_one_reading_is_not_searched_for_others(word):
    decode.cache_clear()
    known.cache_clear()
    assert effort(lambda: decode(word)) < 600


def test_a_word_is_read_once(monkeypatch):
    """However often a chapter has a word, and whatever is asked of it, its way through the lexicon is gone once."""
    chapter = "Bread.[^1]\n\n[^1]: " + "; ".join(
        f"V. M. Akhmedov, *Krest’yanskoye khozyaystvo i torgovlya {year}* (Moscow: Nauka, {year}), p. 7"
        for year in range(1960, 1980)
    )
    for remembered in (decode, known, guesses, _weighed):
        remembered.cache_clear()
    walked = []
    module = sys.modules["footlint.romanization.decode"]
    walk = module._walk
    monkeypatch.setattr(
        module, "_walk", lambda word, *rest, exact: walked.append((word, exact)) or walk(word, *rest, exact=exact)
    )
    run({"chapter.md": chapter})
    assert ("torgovlya", True) in walked
    assert len(walked) == len(set(walked)) < 60


def test_lexicon_knows_forms_lemmas_and_names():
    lexicon = load_lexicon()
    entry = lexicon.find("советских")
    assert entry is not None
    assert "советский" in entry.lemmas
    assert lexicon.find("советскихх") is None
    assert lexicon.find("xyz") is None
    name = lexicon.find("ивановой")
    assert name is not None
    assert any(one.kind == "s" and one.lemma == "иванов" for one in name.analyses)
    assert any(one.kind == "T" for one in lexicon.find("петрович").analyses)
    assert any(one.kind == "F" for one in lexicon.find("александр").analyses)


def test_yo_counts_as_ye():
    lexicon = load_lexicon()
    assert lexicon.find("чёрный") == lexicon.find("черный")


@pytest.mark.parametrize(
    ("form", "nearest"),
    [("обединение", "объединение"), ("индустриализаця", "индустриализация"), ("правительтсво", "правительство")],
)
def test_nearest(form, nearest):
    assert load_lexicon().nearest(form)[0].form == nearest


def test_forms_of_a_prefix():
    found = {entry.form for entry in load_lexicon().forms("самовар")}
    assert {"самовар", "самовара", "самоваров"} <= found
    assert list(load_lexicon().forms("ъъ")) == []


@pytest.mark.parametrize("system", system_ids())
def test_guesses_tell_the_systems_that_give_a_spelling(system):
    for form in FORMS:
        # a slip, so that it takes a guess
        spelling = canonical(romanize(form[:2] + "в" + form[2:], system))
        own = tables().bit(system)
        for one in guesses(spelling):
            assert one.systems == systems_giving(one.text, spelling, tables()), (spelling, one.text)
        for one in guesses(spelling, own):
            assert one.systems == systems_giving(one.text, spelling, tables(), own) == own, (spelling, one.text)


@pytest.mark.parametrize("system", system_ids())
def test_the_only_way_through_a_spelling_is_the_likeliest(system):
    book, own = house_system(system), tables().bit(system)
    for form in FORMS:
        spelling = canonical(romanize(form, system))
        steps = only_way(form, spelling, choices(form, book))
        assert steps is None or steps == alignment(form, spelling, tables(), own)


@pytest.mark.parametrize("system", system_ids())
def test_the_lattice_tells_the_systems_that_give_a_spelling(system):
    """What is gathered on the way through the lattice is what romanising each reading gives."""
    for form in FORMS:
        spelling = canonical(romanize(form, system))
        for one in decode(spelling):
            assert one.systems == systems_giving(one.text, spelling, tables()), (spelling, one.text)


FORMS = [
    "съезд",
    "объявление",
    "пьеса",
    "бельё",
    "советский",
    "рабочий",
    "большой",
    "соловьёв",
    "ильин",
    "куницын",
    "алексеев",
    "ёлкин",
    "тьма",
    "дьяк",
    "цирк",
    "полька",
    "центр",
    "отсрочка",
    "шчит",
    "маршал",
    "экспорт",
    "тсжа",
    "июнь",
    "семья",
    "павильон",
    "майор",
    "район",
    "премьера",
    "хроника",
    "щека",
    "льды",
]
