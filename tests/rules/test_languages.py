"""Titles of other Slavic languages among Russian ones."""

from footlint.testing import run

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
