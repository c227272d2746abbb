"""Titles of other Slavic languages among Russian ones."""

import pytest

from footlint.testing import run
from footlint.transliteration.book import Transliteration

CHAPTER = """\
War.[^1] Ice.[^2] Salt.[^3] Rye.[^4] Tar.[^5] Oats.[^6]

[^1]: S. Ya. Zhukhov, *Vneshnyaya torgovlya Rossii* (Moscow: Nauka, 1988), p. 12.
[^2]: Ye. P. Yermolov, *Krest’yanskoye khozyaystvo* (Moscow: Nauka, 1991), p. 7.
[^3]: Marek Pietrow, *Psy Iwana* (Warsaw: Sowa, 2012), p. 9.
[^4]: Jana Svobodová, *Dějiny ruské vesnice* (Prague: Argo, 2001), p. 15.
[^5]: Oleh Shevchuk, *Narysy z istoriï ukraïns’koho sela* (Lviv: Svit, 1999), p. 30.
[^6]: Petŭr Kolev, *Istoriia na bŭlgarskoto selo* (Sofia: BAN, 1980), p. 44.
"""


def test_nothing_is_held_against_them():
    assert run({"chapter.md": CHAPTER}).diagnostics == ()


def test_a_russian_one_among_them_is_judged():
    found = run({"chapter.md": CHAPTER.replace("khozyaystvo", "chozjajstvo").replace("Yermolov", "Jermolov")})
    assert {one.code for one in found.diagnostics} <= {"TR001", "TR002", "TR003"}
    assert len(found.diagnostics) == 2


CAPITALS = """\
A.[^1] B.[^2] C.[^3] D.[^4]

[^1]: JANIN, V. L.: *Novgorodskie posadniki*. Moskva 1962, s. 12.
[^2]: BACHTIN, M. M.: *Problemy poetiki Dostoevskogo*. Moskva 1963, s. 12.
[^3]: ÂNIN: *Novgorodskie posadniki*, s. 13.
[^4]: ŠČUKIN, Ju.: *Čajkovskij i ego muzyka*. Moskva 1963, s. 12.
"""


def test_short_surnames_in_capitals():
    found = [one for one in run({"chapter.md": CAPITALS}).diagnostics if one.code.startswith("TR")]
    assert [one.fix.edits[0].text for one in found] == ["JANIN"]


PLACES = """\
A.[^1] B.[^2] C.[^3] D.[^4]

[^1]: Yu. L. Shchukin, *Khleb i sol’: torgovlya na severe* (Yaroslavl: Zarya, 1988), p. 12.
[^2]: Ye. A. Zhil’tsov, *Krest’yanskiye khozyaystva* (Simferopol, 1991), p. 40.
[^3]: P. P. Sidorov, *Pamyat’ o voyne* (Nizhny Novgorod, 2001), p. 9.
[^4]: S. S. Il’in, *Derevnya i gorod* (Tyumen, 1998), p. 90.
"""


def test_places_as_english_has_them():
    assert run({"chapter.md": PLACES}).diagnostics == ()


SIGNED = """\
A.[^1] B.[^2] C.[^3] D.[^4]

[^1]: Yu. L. Shchukin, *Khleb i sol’: torgovlya na severe* (Moscow: Zarya, 1988), p. 12.
[^2]: Ye. A. Zhil’tsov, *Krest’yanskiye khozyaystva* (Moscow: Nauka, 1991), p. 40.
[^3]: Lyudmila Alexeyeva, *Istoriya odnoy sem’i* (Moscow: Slovo, 2001), p. 9.
[^4]: Ludmilla Alexeyeva, *The House on the River: A Family History* (London: Merlin, 1998), p. 90.
"""


def test_a_name_as_it_stands_on_an_english_book():
    assert run({"chapter.md": SIGNED}).diagnostics == ()
    alone = run({"chapter.md": SIGNED.replace("Ludmilla Alexeyeva", "Jane Archer")})
    assert [one.code for one in alone.diagnostics] == ["TR002"]


NAMES = """\
War.[^1] Ice.[^2] Salt.[^3] Rye.[^4] Tar.[^5] Oats.[^6]

[^1]: S. Ya. Zhukhov, *Vneshnyaya torgovlya Rossii* (Moscow: Nauka, 1988), p. 12.
[^2]: Ye. P. Yermolov, *Krest’yanskoye khozyaystvo* (Moscow: Nauka, 1991), p. 7.
[^3]: Paul Vernet, *Tchaïkovski* (Paris: Seuil, 2012), p. 9.
[^4]: Kurt Weber, *Tschechow* (Zurich: Limmat, 2012), p. 9.
[^5]: Ye. P. Yermolov, *Zhizn’ v derevne* (Moscow: Nauka, 1992), p. 7.
[^6]: V. P. Yermolov, *Čechov* (Moscow: Nauka, 1993), p. 7.
"""


def test_a_title_that_is_only_a_name_has_the_language_of_its_author():
    found = [one for one in run({"chapter.md": NAMES}).diagnostics if one.code.startswith("TR")]
    assert [one.fix.edits[0].text for one in found] == ["Chekhov"]


LIVES = """\
War.[^1] Ice.[^2] Salt.[^3] Rye.[^4] Tar.[^5]

[^1]: S. Ju. Žuchov, *Vnešnjaja torgovlja Rossii* (Moscow: Nauka, 1988), p. 12.
[^2]: E. P. Ermolov, *Krest’janskoe chozjajstvo* (Moscow: Nauka, 1991), p. 7.
[^3]: Jane Archer, *Sergei Rachmaninoff: A Lifetime in Music* (London: Merlin, 1998), p. 90.
[^4]: Jane Archer, *Alexei Kosygin: The Making of a Minister* (London: Merlin, 1999), p. 9.
[^5]: E. P. Ermolov, *Žizn’ v derevne* (Moscow: Nauka, 1992), p. 7.
"""


def test_a_russian_name_before_an_english_title():
    assert run({"chapter.md": LIVES}).diagnostics == ()


def of_one_work(times):
    """What is found where a word of a title is odd so many times."""
    usual = "A. Khaustov, *Khozyain russkoy zhizni i sovetskaya istoriya* (Moscow: Nauka, 1990), p. 5."
    notes = [usual] * 40 + [usual.replace("Khozyain", "Chozjajin")] * times
    body = "".join(f"Text.[^{number}]\n\n" for number in range(1, len(notes) + 1))
    apparatus = "".join(f"[^{number}]: {note}\n" for number, note in enumerate(notes, 1))
    return [one for one in run({"chapter.md": body + apparatus}).diagnostics if one.code.startswith("TR")]


@pytest.mark.parametrize(("times", "together"), [(100, 100), (101, 1)])
def test_what_stands_at_very_many_places_is_respelled_one_by_one(times, together):
    found = of_one_work(times)
    assert [len(one.fix.edits) for one in found] == [together] * times
    assert len({one.fix.edits[-1].span for one in found}) == (times if together == 1 else 1)


def test_how_a_word_is_spelled_elsewhere_is_looked_for_once(monkeypatch):
    looked = []
    spelled = Transliteration.spelled
    monkeypatch.setattr(Transliteration, "spelled", lambda *words: looked.append(words) or spelled(*words))
    assert len(of_one_work(20)) == 20
    assert len(looked) == 1
