"""Word classes and small tests that the readers of fields share."""

from __future__ import annotations

from footlint.citations.draft import Draft, Heading
from footlint.citations.imprint import year_at
from footlint.citations.model import Locator, Role, Text
from footlint.citations.names import people
from footlint.citations.phrases import Atom
from footlint.citations.words import EDITORS, IBID, IDEM, OP_CIT, OTHER_ROLES, PREFIXES, TRANSLATORS, Phrases
from footlint.document import Prose

LONGEST_TITLE = 60
LONGEST_SIGNATURE = 60
SEPARATORS = frozenset({"comma", "stop", "colon"})
TITLES = frozenset({"emph", "quoted"})
WORDS = frozenset({"cap", "low", "init"})
#: Who else had a hand in a work; those of the last list are read over.
ROLES: tuple[tuple[Role, Phrases], ...] = (
    ("editor", EDITORS), ("translator", TRANSLATORS), ("author", OTHER_ROLES),
)  # fmt: skip
#: What back-references and the naming of such people begin with.
BACK = frozenset((*IBID, *IDEM, *OP_CIT))
WITH_ROLES = frozenset(word for _, phrases in ROLES for word in phrases)
#: Words that make what stands before them a sentence.
VERBS = frozenset(
    {
        "is", "are", "was", "were", "has", "have", "had", "been", "be", "which", "who", "that", "argues", "writes",
        "says", "said", "wrote", "claims", "shows", "describes", "states", "cites", "noted", "notes", "ist", "sind",
        "war", "waren", "hat", "haben", "wurde", "wurden", "est", "sont", "était", "étaient", "sera", "this", "these",
        "would", "could", "did", "does", "will", "came", "went", "became", "gave", "made", "took", "refers",
        "jsou", "byl", "byla", "byli", "je", "был", "была", "были", "это", "что", "который",
    }
)  # fmt: skip
#: In his *Collected Works*: whose book it is that the article stands in.
HIS = frozenset({"his", "her", "their", "son", "sa", "ses", "leur", "seinem", "seinen", "ihrem", "ihren"})
SERIES = frozenset(
    {
        "series", "ser", "série", "sér", "serie", "řada", "serija", "seriia", "abt", "abteilung", "reihe", "folge",
        "cong", "congress", "sess", "session", "leg",
    }
)  # fmt: skip
DEGREES = frozenset(
    {
        "of", "d", "kand", "dokt", "d-ra", "ist", "istor", "filol", "filos", "ekon", "iurid", "ped", "nauk", "phil",
        "канд", "докт", "д-ра", "ист", "филол", "филос", "экон", "юрид", "пед", "наук", "de", "doctorat", "état",
    }
)  # fmt: skip
NAMED_ARCHIVES = frozenset({"hoover", "bakhmeteff", "barch", "bstu", "houghton", "beinecke"})
#: Words inside the names of institutions.
LINKS = frozenset({"of", "for", "and", "the", "on", "in", "des", "pour", "für"})
#: Words with which a sentence goes on after a citation.
RUN_ON = frozenset(
    {"cites", "says", "argues", "writes", "indicates", "indicate", "states", "notes", "for", "on", "and"}
)


def words_of(row: list[Atom], start: int, end: int) -> list[tuple[int, int]]:
    """The words of a stretch, as offsets."""
    return [(atom.start, atom.end) for atom in row if start <= atom.start < end and atom.kind in WORDS]


def is_yearlike(number: int | None) -> bool:
    """Whether a page number looks like a year."""
    return number is not None and 1400 <= number < 2100  # noqa: PLR2004


def kind_is_note(atom: Atom) -> bool:
    """Whether a prefix announces a note."""
    return (PREFIXES.get(atom.key) or PREFIXES.get(atom.key.replace(".", ""))) == "notes"


def is_initial_prefix(atom: Atom) -> bool:
    """The S. of U.S. 483."""
    return atom.kind == "loc" and atom.prefix is not None and len(atom.prefix[0]) == 2 and atom.prefix[0][0].isupper()  # noqa: PLR2004


def initialled(row: list[Atom], at: int) -> bool:
    """Ivanov I. I. Zaglavie: whether initials stand just before."""
    if at > 1 and row[at - 1].kind == "cap" and len(row[at - 1].text) == 1:
        # Ivanov I. I Zaglavie: the last stop is missing
        return row[at - 2].kind == "init"
    return at > 0 and row[at - 1].kind == "init"


def citable(row: list[Atom], at: int) -> bool:
    """Whether an author and a title follow."""
    found = people(row, at, leading=True)
    if found is None:
        return row[at].kind == "emph"
    after = found.next
    if after < len(row) and row[after].kind == "comma":
        after += 1
    return after < len(row) and row[after].kind in TITLES


def merged(first: Heading, second: Heading) -> Heading:
    """One title of two runs of italics."""
    return Heading(first.start, second.end, first.style, first.words + second.words)


def opens_in_lower_case(atom: Atom) -> bool:
    """Whether a quotation begins in the middle of a sentence, as no title does."""
    first = next((word for word in atom.inner if word.kind in {"TITLE_WORD", "TITLE_DIGITS"}), None)
    return first is None or first.text[0].islower()


def is_case(atom: Atom) -> bool:
    """Brown v. Board of Education; but not Rossiia v kontse XIX v., where it is a preposition, then a century."""
    inner = atom.inner
    for at, word in enumerate(inner[:-1]):
        if not at or word.text not in {"v", "vs"}:
            continue
        has_stop = inner[at + 1].text == "."
        if word.text == "v" and not has_stop and inner[0].text != "R":
            continue
        before, after = inner[at - 1].text, "".join(part.text for part in inner[at + 1 + has_stop : at + 2 + has_stop])
        if before.strip("IVXL.,)") and not before.isdigit() and after[:1].isupper():
            return True
    return False


def brackets(atom: Atom | None) -> bool:
    """Whether a bracket follows that begins or ends with a year."""
    if atom is None or atom.kind != "bracket" or not atom.inner:
        return False
    return any(year_at(atom.inner, index) is not None for index in (0, len(atom.inner) - 1))


def extend(draft: Draft, before: int) -> None:
    """Mark the pages before as the extent of the whole article."""
    for index in range(before - 1, -1, -1):
        locator = draft.locators[index]
        if locator.kind == "pages":
            draft.locators[index] = Locator(
                locator.kind, locator.span, locator.prefix, locator.ranges, locator.value, locator.parenthesised,
                locator.after, extent=True, flaw=locator.flaw,
            )  # fmt: skip
            return


def open_ended(prose: Prose, locator: Locator, dash: Atom) -> Locator:
    """Pages with a dash and nothing behind it, as in “45–”."""
    from footlint.record import replace

    sign = Text(dash.text, prose.span(dash.start, dash.end))
    span = type(locator.span)(locator.span.start, sign.span.end)
    if not locator.ranges:
        return replace(locator, span=span)
    last = locator.ranges[-1]
    last = replace(last, span=type(span)(last.span.start, sign.span.end), dash=sign, flaw="no last page")
    return replace(locator, span=span, ranges=(*locator.ranges[:-1], last), flaw=locator.flaw or last.flaw)
