"""Every system gives its own samples, and those of iuliia what iuliia publishes."""

import unicodedata

import pytest

from footlint.romanization import all_systems, get_system, romanize, system_ids
from footlint.romanization.spelling import canonical
from footlint.romanization.systems import CYRILLIC

SAMPLES = [(system.id, *sample) for system in all_systems() for sample in system.samples]


@pytest.mark.parametrize(("system", "russian", "latin"), SAMPLES)
def test_sample(system, russian, latin):
    assert unicodedata.normalize("NFC", romanize(russian, system)) == unicodedata.normalize("NFC", latin)


@pytest.mark.parametrize("system", all_systems(), ids=lambda system: system.id)
def test_system_is_whole(system):
    assert system.title
    assert system.source
    assert system.samples
    assert set(CYRILLIC) - set(system.letters) <= set("ъь")
    assert 0 < system.weight <= 20


def test_all_of_iuliia_is_here():
    assert sum(system.iuliia is not None for system in all_systems()) == 28


def test_ids_are_unique_and_most_used_first():
    assert len(set(system_ids())) == len(system_ids())
    assert system_ids()[0] == "ala-lc"


def test_unknown_system():
    with pytest.raises(KeyError):
        get_system("klingon")


@pytest.mark.parametrize(
    ("russian", "system", "latin"),
    [
        ("ЦК", "bgn-pcgn", "TSK"),
        ("Щука", "german", "Schtschuka"),
        ("ЩУКА", "german", "SCHTSCHUKA"),
        ("Хозяин", "ala-lc", "Khoziain"),
        ("Ростов-на-Дону, 1931", "popular", "Rostov-na-Donu, 1931"),
        ("Горький", "popular", "Gorky"),
        ("Бродский", "french", "Brodski"),
        ("Лермонтов", "polish", "Lermontow"),
        ("Казань", "polish", "Kazań"),
        ("", "iso-9", ""),
    ],
)
def test_romanize(russian, system, latin):
    assert romanize(russian, system) == latin


def test_canonical_forms_of_signs():
    forms = {canonical(f"vlast{sign}") for sign in "'’‘ʼʹ′`"}
    assert forms == {"vlast'"}
    assert canonical("t͡sar’") == "tsar'"
    assert canonical("Z\u030cukov") == "žukov"
