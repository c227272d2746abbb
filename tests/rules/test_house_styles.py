"""Thirty notes in each of eleven house styles: nothing is found in them, and one slip is found once, in its note."""
# ruff: noqa: E501 - a slip a line

from functools import cache
from pathlib import Path

import pytest

from footlint.testing.checks import run

FOLDER = Path(__file__).parents[2] / "fixtures" / "apparatus"
STYLES = sorted(path.stem for path in FOLDER.glob("*.notes"))

#: The style, the note, what stands there ("" for the whole note), what stands there after the slip, the code found.
SLIPS = [
    ("german", 1, "Dietrich Geyer, *Der russische Imperialismus. Studien über den Zusammenhang von innerer und auswärtiger Politik 1860–1914*, Göttingen 1977, S. 45–52.", "Ebd., S. 3.", "CT001"),
    ("gost", 1, "Danilov V. P. Sovetskaia dokolkhoznaia derevnia: naselenie, zemlepol'zovanie, khoziaistvo. M.: Nauka, 1977. S. 45–48.", "Tam zhe. S. 3.", "CT001"),
    ("czech", 1, "Karel Kaplan, *Pět kapitol o Únoru*, Brno, Doplněk, 1997, s. 45.", "Tamtéž, s. 3.", "CT001"),
    ("slavic", 5, "", "Ibid., 60.", "CT002"),
    ("german", 5, "", "Ebd., S. 60.", "CT002"),
    ("french", 19, "", "*Ibid.*, p. 58.", "CT002"),
    ("polish", 5, "", "Tamże, s. 60.", "CT002"),
    ("italian", 13, "", "Ivi, p. 60.", "CT002"),
    ("gost", 5, "", "Tam zhe. S. 60.", "CT002"),
    ("mhra", 9, "", "Ibid., p. 60.", "CT002"),
    ("chicago", 21, "Magnetic Mountain", "Magnetic Mountains", "CT003"),
    ("chicago", 8, "Bolshevik Revolution", "Bolshevik Revolt", "CT011"),
    ("mhra", 6, "‘Metrical Repertoire’", "‘Metric Repertoire’", "CT011"),
    ("oxford", 8, "February Revolution", "February Revolutions", "CT003"),
    ("slavic", 4, "Sovetskaia dokolkhoznaia derevnia", "Sovetskaia predkolkhoznaia derevnia", "CT011"),
    ("german", 4, "Geschichte der Sowjetunion", "Geschichte der Sovjetunion", "CT003"),
    ("french", 12, "L’anarchie bureaucratique", "L’anarchie burocratique", "CT003"),
    ("czech", 28, "Opozice, moc, společnost", "Opozice, moc a společnost", "CT003"),
    ("polish", 28, "Narodziny systemu władzy", "Narodziny systemów władzy", "CT003"),
    ("italian", 16, "La tragedia della rivoluzione russa", "La tragedia di rivoluzione russa", "CT003"),
    ("gost", 9, "Ierarkhiia potrebleniia", "Ierarkhiia potreblenii", "CT003"),
    ("gost", 28, "Za fasadom «stalinskogo izobiliia»", "Za fasadom «sovetskogo izobiliia»", "CT011"),
    ("chicago", 25, "", "Stephen Kotkin, *Magnetic Mountain: Stalinism as a Civilization* (Berkeley: University of California Press, 1997), 12.", "CT004"),
    ("german", 20, "", "Dietmar Neutatz, *Die Moskauer Metro. Von den ersten Plänen bis zur Großbaustelle des Stalinismus (1897–1935)*, Wien 2001, S. 41.", "CT004"),
    ("czech", 28, "", "Milan Otáhal, *Opozice, moc, společnost 1969–1989*, Praha, Maxdorf, 1995, s. 30.", "CT004"),
    ("slavic", 28, "", "E. A. Osokina, *Za fasadom “stalinskogo izobiliia”: Raspredelenie i rynok v snabzhenii naseleniia v gody industrializatsii, 1927–1941* (Moscow: Nauka, 1998), 90–91.", "CT004"),
    ("french", 28, "", "Sabine Dullin, *Des hommes d’influence. Les ambassadeurs de Staline en Europe, 1930-1939*, Paris, Payot, 2002, p. 30.", "CT004"),
    ("gost", 28, "", "Osokina E. A. Za fasadom «stalinskogo izobiliia». M.: ROSSPEN, 1999. S. 90.", "CT004"),
    ("oxford", 4, "", "D. C. B. Lieven, *Russia’s Rulers under the Old Regime* (London, 1989), 30.", "CT004"),
    ("italian", 23, "", "Fabio Bettanin, *La collettivizzazione della terra nell’URSS. Stalin e la “rivoluzione dall’alto” (1929-1933)*, Roma, Editori Riuniti, 1979, p. 120.", "CT004"),
    ("chicago", 12, "Lynne Viola", "Viola, Lynne", "CT005"),
    ("gost", 26, "Khlevniuk O. V.", "O. V. Khlevniuk.", "CT005"),
    ("german", 14, "Lutz Häfner", "Häfner, Lutz", "CT005"),
    ("chicago", 24, "et al., eds.", "et al., ed.", "CT006"),
    ("oxford", 20, "(eds.)", "(ed.)", "CT006"),
    ("oxford", 18, "(ed.)", "(eds.)", "CT006"),
    ("slavic", 22, "eds.", "ed.", "CT006"),
    ("chicago", 12, "(New York: Oxford University Press, 1996)", "(New York, 1996)", "CT007"),
    ("mhra", 25, "4 March 1911", "31 June 1911", "CT009"),
    ("archive", 21, "9 May 1926", "31 April 1926", "CT009"),
    ("czech", 17, "25. 2. 1948", "30. 2. 1948", "CT009"),
    ("slavic", 17, "March 2, 1930", "February 30, 1930", "CT009"),
    ("german", 22, "12. März 1917", "32. März 1917", "CT009"),
    ("gost", 17, "2 marta", "31 iiunia", "CT009"),
    ("polish", 19, "12 III 1968", "31 VI 1968", "CT009"),
    ("chicago", 6, "See Gatrell", "See. Gatrell", "CT010"),
    ("oxford", 28, "See also Smith", "See also, Smith", "CT010"),
    ("chicago", 2, "", "Kotkin, *Magnetic Mountain*, 12.", "CT011"),
    ("german", 2, "", "Neutatz, *Die Moskauer Metro*, S. 12.", "CT011"),
    ("french", 2, "", "S. Dullin, *Des hommes d’influence*, *op. cit.*, p. 30.", "CT011"),
    ("gost", 2, "", "Khlevniuk O. V. Politbiuro. S. 50.", "CT011"),
    ("mhra", 1, "", "Lovell, p. 30.", "CT011"),
    ("chicago", 21, "*Magnetic Mountain*", "“Magnetic Mountain”", "CT012"),
    ("chicago", 21, "*Magnetic Mountain*", "Magnetic Mountain", "CT012"),
    ("german", 20, "*Die Moskauer Metro*", "Die Moskauer Metro", "CT012"),
    ("slavic", 21, "*Best Sons*", "Best Sons", "CT012"),
    ("chicago", 10, "Countryside,” ", "Countryside, ", "CT013"),
    ("chicago", 12, "1996), 3", "1996, 3", "CT013"),
    ("german", 9, "Militanz«", "Militanz", "CT013"),
    ("french", 8, " », art", ", art", "CT013"),
    ("gost", 8, "izobiliia»", "izobiliia", "CT013"),
    ("czech", 8, "bojovníci“", "bojovníci", "CT013"),
    ("gost", 26, "O. V.", "O V.", "CT014"),
    ("chicago", 22, "Oleg V. Naumov", "Oleg V Naumov", "CT014"),
    ("french", 4, "N. Werth", "N Werth", "CT014"),
    ("chicago", 25, "", "Stephen Kotkin, *Magnetic Mountain: Stalinism as a Civilization* (Berkeley: University of California Press, 1995), 12.", "CT015"),
    ("german", 20, "", "Dietmar Neutatz, *Die Moskauer Metro. Von den ersten Plänen bis zur Großbaustelle des Stalinismus (1897–1935)*, Köln 2001, S. 41.", "CT015"),
    ("gost", 28, "", "Osokina E. A. Za fasadom «stalinskogo izobiliia». M.: ROSSPEN, 1998. S. 90.", "CT015"),
    ("chicago", 21, "", "Viola, 22.", "CT016"),
    ("mhra", 14, "", "Smith, p. 150.", "CT016"),
    ("polish", 17, "", "J. Eisler, s. 40.", "CT016"),
    ("slavic", 28, "", "Danilov, 90.", "CT016"),
    ("chicago", 11, "751", "851", "PG008"),
    ("oxford", 15, "480", "580", "PG008"),
    ("mhra", 14, "p. 150", "p. 190", "PG008"),
    ("french", 8, "p. 210", "p. 310", "PG008"),
    ("gost", 6, "S. 110", "S. 210", "PG008"),
    ("german", 9, "S. 415", "S. 515", "PG008"),
    ("chicago", 19, "March 3", "March3", "TY003"),
    ("oxford", 24, "16 Mar. 1917", "16 Mar.1917", "TY003"),
    ("slavic", 12, "Mai 1927–noiabr' 1929", "fevral'sko–martovskii plenum", "TY001"),
]  # fmt: skip


@cache
def notes(style):
    return tuple((FOLDER / f"{style}.notes").read_text(encoding="utf-8").splitlines())


def found(style, lines):
    """The findings of a chapter whose every sentence has a note."""
    body = "\n\n".join(f"Of this the towns knew little.[^{number}]" for number in range(1, len(lines) + 1))
    text = "\n".join(f"[^{number}]: {line}" for number, line in enumerate(lines, 1))
    return [(one.code, one.note) for one in run({f"{style}.md": f"{body}\n\n{text}\n"}).diagnostics]


@pytest.mark.parametrize("style", STYLES)
def test_a_sound_chapter_is_silent(style):
    assert found(style, notes(style)) == []


@pytest.mark.parametrize(("style", "number", "before", "after", "code"), SLIPS, ids=lambda one: str(one)[:20])
def test_one_slip_gives_one_finding(style, number, before, after, code):
    lines = list(notes(style))
    line = lines[number - 1]
    assert before in line
    lines[number - 1] = line.replace(before, after, 1) if before else after
    assert found(style, lines) == [(code, str(number))]
