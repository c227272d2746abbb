"""A chapter without Russian opens no dictionary, whatever its names look like."""

from footlint.romanization import load_lexicon
from footlint.testing import run

FOREIGN = """\
Trade.[^1] Sugar.[^2] Guyana and Jamaica had sailors from Kiskeya, and the Guyanese called Guyana home.
Saidiya of Kiskeya wrote of both.

[^1]: Annie Ryan, *The Dutch Voyages of Betsy Mitchell* (New York: Norton, 2003), p. 8.
[^2]: Jean Fayard, « Les Guyanais et la mer », *Cahiers d'outre-mer*, 12 (1999), p. 15.
"""
RUSSIAN = """\
Trade.[^1] Sugar.[^2]

[^1]: S. Ya. Zhukhov, *Vneshnyaya torgovlya* (Moscow: Nauka, 1988), p. 12.
[^2]: S. Ja. Žuchov, *Vneshnyaya torgovlya*, p. 14.
"""
TWO_SCRIPTS = "Trade.[^1]\n\n[^1]: Anne Rоss, *Trade* (London: Merlin, 1988), p. 12.\n"


def _opens(text: str) -> bool:
    load_lexicon.cache_clear()
    run({"chapter.md": text})
    return load_lexicon.cache_info().currsize > 0


def test_only_russian_opens_the_dictionary():
    assert not _opens(FOREIGN)
    assert _opens(RUSSIAN)


def test_two_scripts_are_seen_without_it():
    assert [one.code for one in run({"chapter.md": TWO_SCRIPTS}).diagnostics] == ["TR006"]
    assert not _opens(TWO_SCRIPTS)
