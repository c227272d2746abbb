"""Which citations are of one work, and which are not."""

from itertools import product

import pytest
from build import chapter, cite
from msgspec import structs

from footlint.document import Marker
from footlint.facts import MarkerFact
from footlint.source import Span
from footlint.works import resolve

NAMES = ["".join(letters) for letters in product("BDGKLMNPRT", "aeiou", "bdgklmnr")]


def together(*citations) -> list[int | None]:
    """The works of citations that stand each in a note of its own."""
    return [cited.work for cited in resolve([chapter(*([one] for one in citations))]).cited]


def full(authors, title, **fields):
    return cite(authors, title, **{"place": "Moscow", "year": "1999"} | fields)


SAME = {
    "a short title": (
        full("Harrow A.", "The Weir at Low Water: Mills and Millers"),
        cite("Harrow A.", "The Weir at Low Water"),
    ),
    "without its article": (full("Harrow A.", "The Weir at Low Water"), cite("Harrow", "Weir at Low Water")),
    "a subtitle alone": (full("Harrow A.", "Low Water: Mills and Millers"), cite("Harrow", "Mills and Millers")),
    "key words in order": (full("Harrow A.", "A Short History of Weirs and Locks"), cite("Harrow", "History of Weirs")),
    "another romanisation": (
        full("Zhikharev P.", "Zhizn' i byt kuptsov: ocherki"),
        full("Žicharev P.", "Žizn' i byt kupcov: očerki"),
    ),
    "letters tied": (full("Kolt͡sov P.", "Zhiznʹ kupt͡sov v gorodakh"), cite("Koltsov", "Zhiznʹ kuptsov")),
    "Cyrillic": (full("Zhikharev P.", "Zhizn i byt kuptsov"), full("Жихарев П.", "Жизнь и быт купцов")),
    "a slip of the pen": (
        full("Harrow A.", "The Weir at Low Water: Mills and Millers"),
        cite("Harrow A.", "The Weir at Low Watter: Mills and Milers"),
    ),
    "a word left out": (
        full("", "Documents of the Upper Harbour Board 1902–1911", editors="Penn T."),
        cite("", "Documents of the Upper Board 1902–11"),
    ),
    "an author misspelt": (
        full("Harrowgate A.", "The Weir at Low Water"),
        cite("Harrowgatte", "The Weir at Low Water"),
    ),
    "an editor who is an author elsewhere": (
        full("", "Letters from the Weir", editors="Harrow A."),
        cite("Harrow A.", "Letters from the Weir"),
    ),
    "two authors joined by a hyphen": (
        full("Harrow A.;Penn T.", "Weirs and Locks"),
        cite("Harrow-Penn", "Weirs and Locks"),
    ),
    "years condensed": (full("", "Harbour Letters, 1902–1911"), cite("", "Harbour Letters, 1902–11")),
    "a number that no full reference has": (
        full("Harrow A.", "The Weir and the Locks, 1902–1911"),
        cite("Harrow", "The Weir and the Locks, 1902–1914"),
    ),
}
APART = {
    "two of a series": (
        full("", "Harbour: Papers of the Board, 1902–1911", editors="Penn T."),
        full("", "Harbour: Papers of the Town, 1912–1920", editors="Penn T."),
    ),
    "two years of a series": (
        full("", "Papers of the Harbour Board, 1902–1911"),
        full("", "Papers of the Harbour Board, 1912–1920"),
    ),
    "two years of a series, one of them in short": (
        cite("", "Annual Report, 1902"),
        full("", "Annual Report, 1903"),
    ),
    "two volumes in full": (
        full("Harrow A.", "The Weir and the Locks, 1902–1911"),
        full("Harrow A.", "The Weir and the Locks, 1912–1920"),
    ),
    "two parts": (full("Harrow A.", "Weirs, Part II"), full("Harrow A.", "Weirs, Part III")),
    "two namesakes": (full("Harrow A.", "The Weir at Low Water"), full("Harrow B.", "Weir Law")),
    "one short title of two authors": (full("Harrow A.", "Rivers"), full("Penn T.", "Rivers")),
    "introductions to two books": (
        full("Harrow A.", "Introduction", container="Essays on Mills", kind="contribution"),
        full("Harrow A.", "Introduction", container="Letters of a Miller", kind="contribution"),
    ),
    "two articles in one journal": (
        full("Harrow A.", "Mills in Spate", container="River Review", number="3", kind="article"),
        full("Harrow A.", "Mills in Drought", container="River Review", number="4", kind="article"),
    ),
    "two titles with the same beginning": (
        full("Harrow A.", "History of the Weir"),
        full("Harrow A.", "History of the Lock"),
    ),
}


@pytest.mark.parametrize("pair", SAME.values(), ids=SAME)
def test_one_work(pair):
    for first, second in (pair, pair[::-1]):
        a, b = together(first, second)
        assert a == b is not None


@pytest.mark.parametrize("pair", APART.values(), ids=APART)
def test_two_works(pair):
    a, b = together(*pair)
    assert a != b
    assert None not in {a, b}


def test_a_surname_means_the_only_work_cited_before():
    first, second = full("Harrow A.", "Weirs"), full("Harrow A.", "Locks")
    assert together(first, cite("Harrow", kind="short"), second) == [0, 0, 1]


def test_a_surname_that_fits_two_works_is_not_guessed():
    works = resolve(
        [chapter([full("Harrow A.", "Weirs")], [full("Harrow A.", "Locks")], [cite("Harrow", kind="short")])]
    )
    last = works.cited[-1]
    assert last.work is None
    assert last.candidates == (0, 1)


def test_initials_tell_namesakes_apart():
    assert together(
        full("Harrow A.", "Weirs"), full("Harrow B.", "Locks"), cite("Harrow B.", kind="short"), cite("Harrow A.")
    ) == [0, 1, 1, 0]


def test_two_surnames_mean_the_work_of_both():
    assert together(
        full("Harrow A.;Penn T.", "Weirs"), full("Harrow A.", "Locks"), cite("Harrow;Penn"), cite("Harrow")
    ) == [0, 1, 0, 1]


def test_x_may_stand_for_two_letters():
    title = "Istoriya goroda i uezda"
    assert together(full("Pikhoya R.", title), cite("Pixoya", title)) == [0, 0]
    assert together(full("Alekseev P.", title), cite("Alexeev", title)) == [0, 0]


def test_readings_decide_between_surnames():
    assert together(full("Chaustov V.", "Istoriya goroda"), cite("Khaustov", kind="short")) == [0, 0]
    assert together(full("Meyer V.", "Istoriya goroda"), cite("Mejer", kind="short"))[0] == 0


def test_a_short_title_that_fits_two_works_is_not_guessed():
    first = full("", "Harbour: Papers of the Board, 1902–1911")
    second = full("", "Harbour: Papers of the Town, 1912–1920")
    works = resolve([chapter([first], [cite("", "Harbour")], [second], [cite("", "Harbour")])])
    assert [cited.work for cited in works.cited] == [0, 0, 1, None]
    assert works.cited[-1].candidates == (0, 1)


def back(word, authors="", title="", **fields):
    return cite(authors, title, kind="ibid", back=word, **fields)


def test_ibid_leads_to_the_citation_before():
    weirs, locks = full("Harrow A.", "Weirs"), full("Penn T.", "Locks")
    works = resolve([chapter([weirs], [back("Ibid.")], [locks], [back("Ebd."), back("ibid.")], [back("там же")])])
    assert [cited.work for cited in works.cited] == [0, 0, 1, 1, 1, 1]
    assert [cited.antecedent for cited in works.cited] == [None, 0, None, 2, 3, 4]


def test_ibid_after_two_works_is_not_guessed():
    weirs, locks = full("Harrow A.", "Weirs"), full("Penn T.", "Locks")
    works = resolve([chapter([weirs, locks], [back("Ibid.")], [back("Ibid.")])])
    assert [cited.candidates for cited in works.cited[2:]] == [(0, 1), (0, 1)]


def test_ibid_does_not_reach_into_another_chapter():
    works = resolve([chapter([full("Harrow A.", "Weirs")]), chapter([back("Ibid.")], path="b.md")])
    assert works.cited[1].work is None


def test_works_are_known_across_chapters():
    works = resolve([chapter([full("Harrow A.", "Weirs")]), chapter([cite("Harrow", "Weirs")], path="b.md")])
    assert works.cited[1].work == 0
    assert works.in_chapter(1)[0].path == "b.md"


def test_idem_with_a_title_has_the_author_before():
    works = resolve([chapter([full("Harrow A.", "Weirs"), back("idem", title="Locks")], [cite("Harrow", "Locks")])])
    assert [cited.work for cited in works.cited] == [0, 1, 1]


def test_op_cit_is_the_authors_only_work():
    weirs, locks = full("Harrow A.", "Weirs"), full("Penn T.", "Locks")
    assert together(weirs, locks, back("op. cit.", "Harrow")) == [0, 1, 0]
    assert together(weirs, full("Harrow A.", "Mills"), back("op. cit.", "Harrow")) == [0, 1, None]


def test_a_series_of_an_article_is_one_work_in_many_issues():
    one = full("", "Papers of the March Plenum", container="Questions of History", number="10/94", kind="article")
    two = full("", "Papers of the March Plenum", container="Questions of History", number="2/95", kind="article")
    assert together(one, two) == [0, 0]


def test_the_cost_is_linear(monkeypatch):
    from footlint.works import cluster

    compared = 0
    likeness = cluster.likeness

    def counting(*args, **keywords):
        nonlocal compared
        compared += 1
        return likeness(*args, **keywords)

    monkeypatch.setattr(cluster, "likeness", counting)
    counts = []
    for notes in (1000, 4000):
        compared = 0
        cites = [
            [
                full(
                    f"{NAMES[at * 7 % 400]}{NAMES[at % 400]} A.",
                    f"The {NAMES[at % 400]} and {NAMES[at * 11 % 397]} of {at}",
                )
            ]
            for at in range(notes)
        ]
        resolve([chapter(*cites)])
        counts.append(compared / notes)
    assert counts[1] < 40


def test_a_work_cited_often_is_compared_once(monkeypatch):
    from footlint.works import cluster

    compared = []
    likeness = cluster.likeness
    monkeypatch.setattr(
        cluster, "likeness", lambda *args, **keywords: compared.append(1) or likeness(*args, **keywords)
    )
    resolve([chapter(*([full("Harrow A.", "The Weir at Low Water")] for _ in range(50)))])
    assert len(compared) < 5


def test_ibid_points_back_among_the_notes_of_its_series():
    """In a Word file endnotes stand elsewhere than footnotes."""
    facts = chapter([full("Harrow A.", "Weirs")], [cite(kind="ibid")], [full("Penn T.", "Locks")], [cite(kind="ibid")])
    series = ("footnotes", "endnotes", "endnotes", "footnotes")
    notes = tuple(
        structs.replace(fact, note=structs.replace(fact.note, series=name))
        for fact, name in zip(facts.notes, series, strict=True)
    )
    works = resolve([structs.replace(facts, notes=notes, layout="automatic")])
    assert [cited.antecedent for cited in works.cited] == [None, None, None, None]
    works = resolve([structs.replace(facts, notes=notes)])
    assert [cited.antecedent for cited in works.cited] == [None, 0, None, 2]


def test_a_lost_note_is_looked_for_in_reading_order():
    """Definitions that stand backwards in the file are read forwards."""
    facts = chapter([cite(kind="ibid")], [full("Harrow A.", "Weirs")])
    notes = tuple(
        structs.replace(fact, note=structs.replace(fact.note, label=str(number), number=number))
        for fact, number in zip(facts.notes, (3, 1), strict=True)
    )
    markers = tuple(
        MarkerFact(Marker(str(number), number, "bracket", Span(number, number + 1)), str(number))
        for number in (1, 2, 3)
    )
    backwards = structs.replace(facts, notes=notes, markers=markers, layout="definitions")
    assert [cited.antecedent for cited in resolve([backwards]).cited] == [None, None]
    whole = structs.replace(backwards, markers=markers[::2])
    assert [cited.antecedent for cited in resolve([whole]).cited] == [None, 0]
