"""Grouping: a partition, true to the forms of a lemma, and accurate on a fixed sample."""

import random
from collections import defaultdict
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from effort import effort
from footlint.romanization import decode, group, load_lexicon, may_agree, romanize, system_ids
from footlint.romanization.spelling import canonical
from footlint.romanization.tables import tables

PREFIXES = [
    "бар",
    "вех",
    "гур",
    "ерм",
    "жил",
    "зай",
    "кол",
    "лав",
    "мих",
    "сер",
    "тих",
    "хом",
    "чер",
    "шуб",
    "щер",
    "юрк",
    "яко",
]


def spellings_of(found):
    return {frozenset(one.spellings) for one in found}


def test_spellings_of_one_name():
    found = spellings_of(group(["Chruščev", "Jakovlev", "Khrushchev", "Yakovlev", "Chruschtschow", "Khrouchtchev"]))
    assert found == {
        frozenset({"Chruščev", "Khrushchev", "Chruschtschow", "Khrouchtchev"}),
        frozenset({"Jakovlev", "Yakovlev"}),
    }


def test_forms_of_one_lemma_keep_apart():
    found = spellings_of(group(["repressii", "repressiy", "repressij", "sovetskoy", "sovetskikh", "sovietskikh"]))
    assert found == {
        frozenset({"repressii"}),
        frozenset({"repressiy", "repressij"}),
        frozenset({"sovetskoy"}),
        frozenset({"sovetskikh", "sovietskikh"}),
    }


def test_hyphens():
    found = spellings_of(group(["Ivanov-Razumnik", "Iwanow-Rasumnik", "Ivanov"]))
    assert found == {frozenset({"Ivanov-Razumnik", "Iwanow-Rasumnik"}), frozenset({"Ivanov"})}


def test_cyrillic_and_mixed_words_belong_with_the_others():
    found = spellings_of(
        group(["Хаустов", "Chaustov", "Khaustov", "Ёлкин", "Yolkin", "Kоnrad", "Konrad", "Uralьsk", "Ural'sk"])
    )
    assert found == {
        frozenset({"Хаустов", "Chaustov", "Khaustov"}),
        frozenset({"Ёлкин", "Yolkin"}),
        frozenset({"Kоnrad", "Konrad"}),
        frozenset({"Uralьsk", "Ural'sk"}),
    }


def test_a_word_without_end_costs_little():
    assert effort(lambda: group(["zh-" * 3_000, "-" * 10_000, "аa" * 5_000])) < 400_000


def test_occurrences_point_to_the_words():
    words = ["Zhukov", "Rykov", "Žukov", "Zhukov"]
    found = group(words)
    assert [(one.reading, one.occurrences) for one in found] == [("Жуков", (0, 2, 3)), ("Рыков", (1,))]


@settings(deadline=None, max_examples=60)
@given(st.lists(st.text(st.sampled_from("abcčdefghijklłmnopqrstuvwxyzž'’ʹ-яё1 "), max_size=14), max_size=12))
def test_a_partition(words):
    places = [place for one in group(words) for place in one.occurrences]
    assert sorted(places) == list(range(len(words)))


RUSSIAN = st.sampled_from(
    [e.form for prefix in PREFIXES for e in load_lexicon().forms(prefix) if e.zipf or e.name_prior > 3]
)


@settings(deadline=None, max_examples=150)
@given(RUSSIAN, st.sampled_from(system_ids()))
def test_decoding_contains_the_original(word, system):
    spelled = canonical(romanize(word, system))
    found = [one for one in decode(spelled) if one.text.replace("ё", "е") == word]
    assert any(one.systems & tables().bit(system) for one in found)


@pytest.mark.parametrize("kind", ["surnames", "title words"])
@pytest.mark.parametrize("systems", [system_ids(), ("german", "french", "bgn-pcgn", "ala-lc")], ids=["all", "press"])
def test_accuracy(kind, systems):
    rng = random.Random(1917)
    entries = [entry for prefix in PREFIXES for entry in load_lexicon().forms(prefix)]
    if kind == "surnames":
        forms = sorted(e.form for e in entries if any(one.kind == "S" and one.level for one in e.analyses))
    else:
        forms = sorted(
            e.form for e in entries if e.zipf > 1 and any(o.kind in "NAV" and not o.level for o in e.analyses)
        )
    truth = defaultdict(set)
    for form in rng.sample(forms, 400):
        for system in rng.sample(systems, 4):
            truth[form].add(romanize(form.capitalize(), system))
    wanted = {pair for spelled in truth.values() for pair in combinations(sorted(spelled), 2)}
    found = {
        pair
        for one in group(sorted({spelling for spelled in truth.values() for spelling in spelled}))
        for pair in combinations(sorted(one.spellings), 2)
    }
    hits = len(found & wanted)
    assert 2 * hits / (len(found) + len(wanted)) > 0.985
    assert len(found - wanted) <= 0.01 * len(found)


def test_what_cannot_agree_need_not_be_grouped():
    """Leaving out the words that no other begins like changes no group of several."""
    surnames = ["хаустов", "щербаков", "ельцин", "эренбург", "чернышёв", "шварц", "якубов", "льгов", "льнов", "иевлев"]
    ways = ["ala-lc", "bgn-pcgn", "czech", "german", "french", "popular", "scholarly", "gost-52290"]
    spellings = [romanize(name, way).capitalize() for name in surnames for way in ways]
    kept = may_agree([*spellings, "Kurnosov", "Malofeyev"])
    assert set(kept) == set(spellings)
    several = [set(found.spellings) for found in group([*spellings, "Kurnosov", "Malofeyev"])]
    assert [one for one in several if len(one) > 1] == [set(found.spellings) for found in group(kept)]


def test_one_way_leaves_nothing_to_group():
    assert may_agree(["Khaustov", "Shcherbakov", "Yeltsin", "Kuznetsov"]) == []
