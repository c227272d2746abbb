"""Sound manuscripts of many styles, and what one slip in each makes of them."""
# ruff: noqa: E501 - a slip a line

import re
from pathlib import Path

import pytest

from footlint.testing.checks import run

FOLDER = Path(__file__).parents[2] / "fixtures" / "citations"
FAMILIES = ("CT", "TY", "PG008")

#: Manuscript, what stands there, what stands there after the slip, the code found, what its message says.
FAULTS = [
    # ibid.
    ("chicago.md", "[^4]: Ibid., 214.", "[^4]: Calder, *Mills and Millers*, 9; Dorn and Penn, “Dredging the Tarn,” 214.", "CT002", "note 4, which cites 2"),
    ("chicago.md", "[^1]: Ruth Calder, *Mills and Millers of the Lower Tarn* (Bristol: Avon House, 1988), 20–24.", "[^1]: Ibid.; Ruth Calder, *Mills and Millers of the Lower Tarn* (Bristol: Avon House, 1988), 20–24.", "CT001", "nothing is cited before"),
    ("chicago.md", "[^13]: Arkwright, *Cranes*, 64.", "[^13]: Arkwright, *Cranes*, 64; ibid., *Derricks* (Derby: Peak, 1984), 7.", "CT002", "idem is meant"),
    ("deutsch.md", "[^5]: Ebd., S. 212, Anm. 30.", "[^5]: Ebd., S. 212; Mönch, Das Wehr und seine Mühlen, S. 9.", None, ""),
    ("deutsch.md", "[^4]: Gerda Löhr", "[^4]: Mönch, Das Wehr und seine Mühlen, S. 72; Gerda Löhr", "CT002", "Ebd. follows note 4"),
    ("gost.txt", "2 Tam zhe. S. 60.", "2 Tam zhe. S. 60; Titov N. S. Odessa. M.: Nauka, 1999. S. 3.", "CT002", "Tam zhe. follows note 2"),
    ("francais.md", "p. 214.\n[^4]", "p. 214 ; J. Morvan, *Les Moulins de la Basse-Tarne*, p. 9.\n[^4]", "CT002", "follows note 3"),
    ("mhra.md", "[^2]: Marsh, *Ferries and Fords*, p. 30.", "[^2]: The toll is often misstated.", None, ""),
    ("law.md", "[^4]: ibid 201.", "[^4]: ibid 201; Ada Roe, *Rivers at Law* (OUP 1998) 12.", "CT002", "follows note 4"),
    # titles
    ("chicago.md", "[^19]: Calder, *Mills and Millers*", "[^19]: Calder, *Mills and Milers*", "CT003", "“Milers” for “Millers”"),
    ("chicago.md", "[^7]: Finch, “Pilots' Petition,”", "[^7]: Finch, “Pilot's Petitions,”", "CT003", "“Petitions” for “Petition”"),
    ("mhra.md", "[^2]: Marsh, *Ferries and Fords*", "[^2]: Marsh, *Ferries and fords*", "CT003", "“fords” for “Fords”"),
    ("deutsch.md", "[^7]: So auch Löhr, „Brandstiftung als Gewerbe“", "[^7]: So auch Löhr, „Brandstiftung als Gewerb“", "CT003", "“Gewerb” for “Gewerbe”"),
    ("cesky.txt", "7 MORAVEC, J., *Mlýny na dolním Tarnu*", "7 MORAVEC, J., *Mlýny na dolnim Tarnu*", "CT003", "“dolnim” for “dolním”"),
    ("francais.md", "J. Morvan, *Les Moulins de la Basse-Tarne*, *op. cit.*", "J. Morvan, *Les Moulins de la Basse-Tarn*, *op. cit.*", "CT003", "“Tarn” for “Tarne”"),
    ("gost.txt", "5 Lebedeva G. I. Podzhog kak promysel.", "5 Lebedeva G. I. Podzhog kak promisl.", "CT003", "“promisl” for “promysel”"),
    # imprints
    ("chicago.md", "[^19]: Calder, *Mills and Millers*,", "[^19]: Ruth Calder, *Mills and Millers of the Lower Tarn* (Bristol: Avon House, 1989),", "CT004", "year 1989, but 1988"),
    ("mhra.md", "[^12]: Bell, *Forgers*, pp. 211–13.", "[^12]: John Bell, *Forgers and their Dupes* (Edinburgh: Cape, 1935), pp. 211–13.", "CT004", "place Edinburgh, but London"),
    ("mhra.md", "[^12]: Bell, *Forgers*, pp. 211–13.", "[^12]: John Bell, *Forgers and their Dupes*, 2nd edn (London: Cape, 1948), pp. 211–13.", None, ""),
    # names
    ("chicago.md", "[^19]: Calder,", "[^19]: Caldre,", "CT005", "the author is Calder elsewhere"),
    ("gost.txt", "8 Lebedeva G. I., Titov N. S. Pressa", "8 Lebedeva G I., Titov N. S. Pressa", "CT014", "the initial G has no stop"),
    ("chicago.md", "[^9]: Orrery, *Survey of the Weirs*, 2:13, 17; Dorn and Penn,", "[^9]: Orrery, *Survey of the Weirs*, 2:13, 17; Dorn-Penn,", "CT005", "joined by a hyphen"),
    ("chicago.md", "ed. Tom Arkwright and Jean Chadwick-Orme", "eds. Tom Arkwright", "CT006", "eds. stands with one editor"),
    ("cesky.txt", "8 LOUDOVÁ, E. – MORAVEC, J. (eds.)", "8 LOUDOVÁ, E. – MORAVEC, J. (ed.)", "CT006", "ed. stands with several"),
    # abbreviations, dates, signals
    ("law.md", "[^4]: ibid 201.", "[^4]: *ibid* 201.", None, ""),
    ("mhra.md", "*Yorkshire Herald*, 3 June 1931", "*Yorkshire Herald*, 31 June 1931", "CT009", "no such day"),
    ("chicago.md", "[^18]: On cranes in general see Arkwright", "[^18]: See, Arkwright", "CT010", "a comma stands"),
    ("chicago.md", "cf. Finch", "see also. Finch", "CT010", "a stop stands"),
    # short and full
    ("mhra.md", "[^2]: Marsh, *Ferries and Fords*, p. 30.", "[^2]: Bell, *Forgers*, p. 30.", "CT011", "in full only in note 10"),
    ("chicago.md", "[^17]: E. Harrow, *Vicar's Life*, 80.", "[^17]: Harrow, 80.", "CT016", "may be “Sermons to Seamen”"),
    ("chicago.md", "[^13]: Arkwright, *Cranes*, 64.", "[^13]: Arkwright, 64.", "CT016", "this may be"),
    ("chicago.md", "[^14]: Arkwright, “Crane for Tarnmouth,” 15.", "[^14]: Dorn and Penn, “Dredging the Tarn,” 45.", "PG008", "pages 211–238"),
    ("gost.txt", "Podzhog kak promysel. S. 112.", "Podzhog kak promysel. S. 312.", "PG008", "pages 101–130"),
    ("mhra.md", "[^6]: Pell, ‘The Ferryman's Slate’, p. 119.", "[^6]: Pell, ‘The Ferryman's Slate’, p. 19.", "PG008", "pages 101–122"),
    ("francais.md", "[^4]: *Ibid.*, p. 216", "[^4]: *Ibid.*, p. 316", "PG008", "pages 211–238"),
    # setting
    ("mhra.md", "Marsh, *Ferries and Fords*, p. 201", "Marsh, Ferries and Fords, p. 201", "CT012", "in roman"),
    ("mhra.md", "[^4]: Thomas Pell, ‘The Ferryman's Slate’, *Northern Antiquary*, 44 (1902),", "[^4]: Thomas Pell, ‘The Ferryman's Slate’, *Northern Antiquary*, 44 (1902,", "CT013", "the bracket ( opens"),
    ("chicago.md", "[^15]: “The Strike at Tarnmouth,”", "[^15]: “The Strike at Tarnmouth,", "CT013", "quotation mark “ opens"),
    ("deutsch.md", "„Brandstiftung als Gewerbe“, S. 215", "„Brandstiftung als Gewerbe, S. 215", "CT013", "quotation mark „ opens"),
    ("francais.md", "« Le second procès », dans", "« Le second procès, dans", "CT013", "quotation mark « opens"),
    ("chicago.md", "(Bristol: Avon House, 1988)", "(Bristol: Avon House,1988)", "TY003", "a space is missing"),
]  # fmt: skip


def found(files):
    return [one for one in run(files).diagnostics if one.code.startswith(FAMILIES)]


@pytest.mark.parametrize("path", sorted(FOLDER.iterdir()), ids=lambda path: path.name)
def test_a_sound_manuscript_has_nothing(path):
    assert not found({path.name: path.read_text(encoding="utf-8")})


@pytest.mark.parametrize(("name", "before", "after", "code", "says"), FAULTS, ids=lambda one: str(one)[:24])
def test_one_slip(name, before, after, code, says):
    text = (FOLDER / name).read_text(encoding="utf-8")
    assert text.count(before) == 1
    diagnostics = found({name: text.replace(before, after)})
    assert {one.code for one in diagnostics} == ({code} if code else set()), [one.message for one in diagnostics]
    if code:
        assert any(re.search(re.escape(says), one.message) for one in diagnostics), [one.message for one in diagnostics]


@pytest.mark.parametrize(
    ("name", "profile"), [("chicago.md", "chicago"), ("mhra.md", "mhra"), ("deutsch.md", "scholarly-german")]
)
def test_a_sound_manuscript_is_sound_for_its_own_house(name, profile):
    text = (FOLDER / name).read_text(encoding="utf-8")
    assert not found({"footlint.toml": f'extend = "{profile}"\n', name: text})


#: A slip, and which of the profiles see it.
SEEN_DIFFERENTLY = [
    # ibid. over a remark
    ("chicago.md", "[^3]: Hugh Dorn and Ivor Penn, “Dredging the Tarn,” *River Review* 12, no. 3 (1974): 211–38.",
     "[^3]: The dredger was new.", {"chicago": {"CT002"}, "mhra": set(), "none": set()}),
    # ibid. at all
    ("chicago.md", "[^4]: Ibid., 214.", "[^4]: Ibid., 214, 216.", {"chicago-no-ibid": {"CT017"}, "chicago": set(), "none": set()}),
    # ibid. in italics
    ("deutsch.md", "[^2]: Ebd., S. 60.", "[^2]: *Ibid.*, S. 60.", {"chicago": {"CT008"}, "none": set()}),
    # two editors with ed.
    ("mhra.md", "ed. by Thomas Pell and Ada Roe", "eds. Thomas Pell", {"mhra": {"CT006"}, "none": {"CT006"}}),
]  # fmt: skip


@pytest.mark.parametrize(("name", "before", "after", "seen"), SEEN_DIFFERENTLY, ids=lambda one: str(one)[:24])
def test_each_profile_sees_what_it_asks_for(name, before, after, seen):
    text = (FOLDER / name).read_text(encoding="utf-8")
    assert text.count(before) == 1
    line = text[: text.index(before)].count("\n") + 1
    for profile, codes in seen.items():
        report = run({"footlint.toml": f'extend = "{profile}"\n', name: text.replace(before, after)})
        there = {
            one.code
            for one in report.diagnostics
            if one.code in {"CT002", "CT006", "CT008", "CT017"}
            and report.sources[name].position(one.span.start).line - line in {0, 1}
        }
        assert there == codes, profile
