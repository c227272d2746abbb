"""Romanised Russian: decode proposes readings, romanise disposes, the book decides."""

from footlint.romanization.abbreviations import letters as _letters_of_acronyms
from footlint.romanization.book import BookSystem, Vote, fits, house_system, respell_as
from footlint.romanization.decode import Reading, decode
from footlint.romanization.group import Group, group, may_agree
from footlint.romanization.infer import infer
from footlint.romanization.judge import judge
from footlint.romanization.language import Language, classify, suspects, words_of
from footlint.romanization.lexicon import Analysis, Entry, Lexicon, load_lexicon
from footlint.romanization.respell import respell
from footlint.romanization.romanize import romanize
from footlint.romanization.settled import acronyms as _acronyms
from footlint.romanization.settled import is_settled
from footlint.romanization.settled import settled_forms as _settled_forms
from footlint.romanization.systems import System, all_systems, get_system, system_ids
from footlint.romanization.tables import lattice as _lattice
from footlint.romanization.tables import strict_tables as _strict_tables
from footlint.romanization.verdict import Departure, Fault, Verdict, Word
from footlint.romanization.verdicts import outsiders, verdicts

__all__ = [
    "Analysis",
    "BookSystem",
    "Departure",
    "Entry",
    "Fault",
    "Group",
    "Language",
    "Lexicon",
    "Reading",
    "System",
    "Verdict",
    "Vote",
    "Word",
    "all_systems",
    "classify",
    "decode",
    "fits",
    "get_system",
    "group",
    "house_system",
    "infer",
    "is_settled",
    "judge",
    "load_all",
    "load_lexicon",
    "may_agree",
    "outsiders",
    "respell",
    "respell_as",
    "romanize",
    "suspects",
    "system_ids",
    "verdicts",
    "words_of",
]


def load_all() -> None:
    """Load what is otherwise loaded when it is first needed."""
    for load in (_lattice, _strict_tables, load_lexicon, _settled_forms, _acronyms, _letters_of_acronyms):
        load()
