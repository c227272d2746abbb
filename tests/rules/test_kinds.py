"""Kinds of slips and of sound notes that whole chapters have shown, each with a chapter of its own."""

from __future__ import annotations

import pytest

from footlint.testing import run


def reports(*notes: str, called: str = "", suffix: str = "md") -> list[tuple[str, str]]:
    """The codes reported on a chapter of these notes, each with the text it points at."""
    numbers = range(1, len(notes) + 1)
    body = called or " ".join(f"Sentence.[^{number}]" for number in numbers)
    text = body + "\n\n" + "\n\n".join(f"[^{n}]: {note}" for n, note in zip(numbers, notes, strict=True)) + "\n"
    diagnostics = run({f"x.{suffix}": text}).diagnostics
    return [(one.code, text[one.span.start : one.span.end]) for one in diagnostics]


PLAIN = (
    "Orlova T. V., Rybnye promysly Pomorʹja, in: *Severnye zapiski*, 7/2001, pp. 105–125.",
    "Orlova T. V., Rybnye promysly Pomorʹja, pp. 106–108.",
    "Grove J., Nets, Boats! A History of Ropes, in: *Northern Notes*, 3/1999, pp. 15–45.",
    "Grove J., Nets, Boats! A History of Ropes, p. 16.",
    "Orlova T. V., Rybnye promysly Pomorʹja, p. 112.",
    "Grove J., Nets, Boats! A History of Ropes, p. 31.",
    "Orlova T. V., Rybnye promysly Pomorʹja, pp. 120–122.",
)


def test_a_plain_title_that_other_notes_have_needs_no_prefix_to_be_one() -> None:
    assert reports(*PLAIN) == []
    assert reports(*PLAIN, "Orlova T. V., Rybnye promysly Pomorʹja, 113–115.") == [("PG002", "113–115")]
    assert reports(*PLAIN, "Grove J., Nets, Boats! A History of Ropes, 22.") == [("PG002", "22")]
    assert reports(*PLAIN, "Grove J., Nets, Boats! A History of Ropes.") == [
        ("PG001", "Nets, Boats! A History of Ropes")
    ]


def test_a_note_that_stands_inline_is_counted_where_it_is_named() -> None:
    book = "Ruth Calder, *Mills and Millers* (Bristol: Avon House, 1988), p. 20"
    text = f"Rain.^[{book}.] Hail.^[{book}; Ivor Penn, *Rain* (Cardiff: Taff, 2004), p. 9.] Fog.^[Ibid., p. 3.]\n"
    assert [one.message for one in run({"x.md": text}).diagnostics] == [
        "Ibid. follows inline note 2, which cites 2 works"
    ]


def test_a_surname_before_a_colon_and_a_known_title() -> None:
    notes = (
        "ORLOVA, T. V.: Rybnye promysly Pomorʹja. *Severnye zapiski*, 2001, č. 7, s. 105–125.",
        *(f"ORLOVA: Rybnye promysly Pomorʹja, s. {page}." for page in range(106, 112)),
    )
    assert reports(*notes) == []
    assert reports(*notes, "ORLOVA: Rybnye promysly Pomorʹja.") == [("PG001", "Rybnye promysly Pomorʹja")]


def test_surnames_before_a_colon_and_the_beginning_of_a_known_title() -> None:
    notes = (
        "T. V. Orlova/P. P. Ščukin: Rybnye promysly Pomorʹja v novoe vremja, Moskau 2001, S. 105.",
        *(f"Orlova/Ščukin: Rybnye promysly, S. {page}." for page in range(106, 112)),
    )
    assert reports(*notes) == []
    assert reports(*notes, "Orlova/Ščukin: Rybnye promysly, 113.") == [("PG002", "113")]


def test_an_initial_of_two_letters_without_its_stop() -> None:
    notes = (
        *BOOKS,
        "Iu. A. Iakovlev, *Derevnia i rynok* (Moscow: Nauka, 1979), p. 9.",
        "A. Ia Avrekh, *Khoziaistvo i gorod* (Moscow: Nauka, 1991), p. 7.",
    )
    assert reports(*notes) == [("CT014", "Ia")]


BOOKS = (
    "T. V. Orlova, *Severnyi put': zheleznye dorogi i goroda* (Moscow: Nauka, 1989), pp. 14–19.",
    "P. I. Zhdanovich, *Khoziaistvo i byt: istoriia promyslov* (Moscow: Nauka, 1991), pp. 24–29.",
)


def test_ibid_after_swapped_markers_keeps_its_antecedent() -> None:
    notes = (
        *BOOKS,
        "Orlova, *Severnyi put'*, p. 20; see also Zhdanovich, *Khoziaistvo i byt*, p. 30.",
        "Zhdanovich, *Khoziaistvo i byt*, pp. 31–33.",
        "Ibid., p. 35.",
        *(f"Zhdanovich, *Khoziaistvo i byt*, p. {page}." for page in range(40, 50)),
    )
    order = [1, 2, 4, 3, *range(5, len(notes) + 1)]
    called = " ".join(f"Sentence.[^{number}]" for number in order)
    assert [code for code, _ in reports(*notes, called=called)] == ["FN006"]


@pytest.mark.parametrize("editor", ["Václav Podaný", "Dietmar Neumann"])
def test_editors_with_foreign_given_names_are_left_alone(editor: str) -> None:
    notes = (*BOOKS, f"*Arkhiv i istoriia goroda*, ed. {editor} (Moscow: Nauka, 1996), p. 12.")
    assert reports(*notes) == []


def test_a_name_that_may_be_foreign_beside_the_book_s_own_spelling() -> None:
    notes = (
        *BOOKS,
        "Iu. B. Khariton, *Mify i real'nost' proekta* (Moscow: Nauka, 1994), p. 5.",
        "Khariton, *Mify i real'nost' proekta*, p. 7.",
        "Chariton, *Mify i real'nost' proekta*, p. 12.",
    )
    assert ("TR001", "Chariton") in reports(*notes)


def test_a_word_that_a_rival_system_gives_is_no_slip() -> None:
    """Nothing but this name tells simplified BGN/PCGN from the popular way."""
    notes = (
        "T. V. Orlova, *Istoriya goroda: rynki i dorogi* (Moscow: Nauka, 1989), pp. 14–19.",
        "V. B. Shklovsky, *Teoriya prozy* (Moscow: Nauka, 1991), pp. 24–29.",
        "P. I. Zhdanov, *Sovetskaya shkola* (Moscow: Nauka, 1979), p. 9.",
    )
    assert reports(*notes) == []


def test_doubled_letters_that_nobody_writes_are_not_asked_for() -> None:
    notes = (
        "T. V. Orlova, *Pis'ma o teatre i kino* (Moscow: Nauka, 1989), pp. 14–19.",
        "V. E. Meyerkhol'd, *Stat'i: yevropeyskiy teatr i khozyaystvo* (Moscow: Nauka, 1991), pp. 24–29.",
        "Meyerkhol'd, *Stat'i*, p. 31.",
    )
    assert [one for one in reports(*notes) if one[1] == "Meyerkhol'd"] == []


WHOLE = tuple(f"Jane Grove, *Ropes and Nets* (Hull: Humber, 1999), pp. {page}–{page + 4}." for page in range(10, 94, 6))


def test_whole_works_need_no_page() -> None:
    assert reports(*WHOLE, "Ann Pell, *Collected Tables*, 4 vols (Leeds: Aire, 1928–33).") == []
    assert reports(*WHOLE, "*Northern Notes*, no. 3 (1990).") == []
    assert reports(*WHOLE, "Ann Pell, *Sails* (Leeds: Aire, 1928); Ian Wray, *Oars* (York: Ouse, 1931).") == []


def test_an_issue_of_a_journal_has_its_pages_as_articles_have() -> None:
    assert reports(*WHOLE, "*Northern Notes*, no. 3 (1990), 4–11.") == []


def test_one_french_word_for_one_editor_or_several() -> None:
    several = "A. Pell et I. Wray (éd.), *Cordes et filets*, Paris, Seuil, 1982, p. 12."
    assert reports(several) == []


def test_a_title_that_begins_another_of_another_year_is_another_work() -> None:
    assert (
        reports("B. Pell, *Humber*, Hull, Avon, 1928, p. 14.", "*Humber: Ropes and Dreams*, Leeds, Aire, 1999, p. 212.")
        == []
    )


def test_a_quotation_mark_that_ends_a_word_is_no_soft_sign() -> None:
    signed = (
        "V. G. Orlov, *Pomor'ia i l'dy* (Moscow: Nauka, 1911), p. 14.",
        "T. V. Pal'chikov, *Sol' i ryba zhil'tsov* (Moscow: Nauka, 1960), p. 62.",
        "V. G. Orlov, *Zhizn' severian* (Moscow: Nauka, 1912), p. 14.",
        "A. A. Rodin, “Risunki ‘Posrednika’,” *Iskusstvo*, no. 4 (1967), pp. 150–161.",
    )
    assert [one for one in reports(*signed) if one[0] == "TR005"] == []


def test_the_czech_viz_has_no_stop_where_others_have_none() -> None:
    plain = "Viz Pell, A., *Provazy a sítě*. Brno 1999, s. 12."
    stopped = plain.replace("Viz", "Viz.").replace("12", "14")
    assert ("CT010", "Viz.") in reports(plain, plain.replace("12", "13"), stopped)
    assert not any(code == "CT010" for code, _ in reports(stopped, stopped.replace("14", "15"), plain))


def test_a_surname_misspelt_where_its_work_is_first_cited() -> None:
    assert reports(
        "Ruth Wetherby, *Mills and Millers of the North* (Hull: Humber, 1988), p. 20.",
        "Ruth Wetherbey, *Weirs and Locks of the South* (Hull: Humber, 1991), p. 24.",
        "Wetherby, *Mills and Millers*, p. 24.",
        "Wetherby, *Weirs and Locks*, p. 31.",
    ) == [("CT005", "Ruth Wetherbey")]
