"""Which titles are Russian, and which words are worth opening a dictionary for."""

import pytest

from footlint.romanization import classify, suspects, words_of

RUSSIAN = [
    "Voprosy istorii",
    "Trud",
    "Pravda",
    "Krasnyi arkhiv",
    "Krasnaja nov'",
    "Novyi mir",
    "Sowjetskaja kultura",
    "Literatournaïa gazeta",
    "Voyna i mir",
    "Otechestvennaya istoriya",
    "Ekonomika i zhizn'",
    "Mif i real'nost': ocherki istorii gorodov",
    "Zolotoj telenok",
    "Russkaja starina",
    # words that no list of common ones has, in letters that hardly any other language has together
    "Slavianofil'stvo",
    "Kollektivizaciya i raskulachivanie",
]
FOREIGN = [
    "Histoire de la Russie et de son empire",
    "Storia della letteratura russa",
    "Geschichte Russlands",
    "Dějiny ruské literatury",
    "Historia literatury rosyjskiej",
    "The Russian Peasantry",
    "Slavic and East European Journal",
    "Krieg und Frieden",
    "Guerre et paix",
    "La vida cotidiana en Moscú",
    "Die russische Revolution in Augenzeugenberichten",
    "Cahiers du monde russe",
    "Gulag: A History",
    "Istoriia Ukraïny-Rusy",
    "Ukraïns'kyi istorychnyi zhurnal",
    "Istoriya na balgarskata literatura",
    "Natsional'na ideia v modernii Ukraïni",
    # without soft signs and marks
    "Narysy z istorii silskoho hospodarstva",
    "Ukrainska revoliutsiia ta derzhava",
    "Bulgarski etimologichen rechnik",
    "Gramatika na makedonskiot jazik",
]


@pytest.mark.parametrize("title", RUSSIAN)
def test_russian(title):
    assert classify(words_of(title)).verdict == "russian"


@pytest.mark.parametrize("title", FOREIGN)
def test_foreign(title):
    language = classify(words_of(title))
    assert language.verdict == "foreign"
    assert language.other


def test_the_surroundings_lean():
    assert classify(["Rodina"], leaning=2.0).russian
    assert not classify(["Rodina"], leaning=-2.0).russian
    assert classify([]).verdict == "unsure"


def test_words_of_a_title():
    assert words_of("Mif, 2-e izd.: zhizn’ i vlast' (1917)") == ["Mif", "e", "izd", "zhizn’", "i", "vlast'"]


def test_suspects():
    assert suspects(["zhizn'", "Čechov", "obshchestvo"]) == ["zhizn'", "Čechov", "obshchestvo"]
    assert suspects(["The", "house", "of", "commons", "was", "full"]) == []
