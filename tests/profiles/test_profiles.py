"""Every profile names conventions that exist, values they know, and a source for each."""

import pytest

from footlint import profiles
from footlint.conventions.table import all_choices
from footlint.romanization import system_ids


def test_the_profiles_that_are_promised():
    assert set(profiles.names()) == {
        "chicago", "chicago-no-ibid", "mhra", "none", "scholarly-german", "slavic-review",
    }  # fmt: skip


@pytest.mark.parametrize("name", profiles.names())
def test_a_profile_says_what_footlint_knows(name):
    profile = profiles.load(name)
    assert profile.title
    for key, ruling in profile.style.items():
        assert ruling.value in all_choices()[key].words
        assert ruling.source
    if profile.system is not None:
        assert profile.system.value in system_ids()
        assert profile.system.source


def test_a_profile_takes_over_what_it_extends():
    base, own = profiles.load("chicago"), profiles.load("chicago-no-ibid")
    assert own.style["ibid"].value == "avoided"
    assert {key: one for key, one in own.style.items() if key != "ibid"} == {
        key: one for key, one in base.style.items() if key != "ibid"
    }


def test_no_house_style_says_nothing():
    assert profiles.load("none").style == {}


def test_an_unknown_profile_is_refused():
    with pytest.raises(KeyError):
        profiles.load("vancouver")


def settings(text: str):
    from footlint.settingsfile import settings_of

    return settings_of("footlint.toml", text.encode(), is_project=False)


def test_a_press_extends_a_profile():
    found = settings('extend = "slavic-review"\n[style]\nrange-form = "full"\n')
    assert found.style["range-form"] == "full"
    assert found.style["range-dash"] == "en"
    assert found.system == "ala-lc"


def test_an_unknown_profile_is_shown_in_its_line():
    from footlint.config import ConfigError

    with pytest.raises(ConfigError, match=r"line 2.*did you mean 'chicago'"):
        settings('# ours\nextend = "chicgo"\n')
