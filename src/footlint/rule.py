"""What a rule is: a value made of a page, a table row and a generator."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Literal, TypeVar, cast

from footlint.conventions.vote import Choice, Convention, Observation
from footlint.facts import ChapterFacts, MarkerFact, NoteFact
from footlint.finding import Finding, Severity
from footlint.record import Record
from footlint.settings import Settings
from footlint.source import Span

if TYPE_CHECKING:
    from footlint.numbering import Slip
    from footlint.transliteration.book import Transliteration
    from footlint.transliteration.gather import ChapterWords, Gather
    from footlint.works import Cited, Works

_Found = TypeVar("_Found")
#: Words by the paths of their chapters and their places there.
Misspelt = frozenset[tuple[str, Span]]
#: From this optimisation on Python leaves docstrings out; the rules find the same without their pages.
_WITHOUT_PAGES = 2


class Whole:
    """The facts of all chapters that belong together, and the analyses that need them all, made when asked for.

    `is_complete` is false where a chapter of the book could not be read; `gather` finds the words of a chapter that may
    be Russian.
    """

    def __init__(
        self,
        chapters: tuple[ChapterFacts, ...],
        settings: Settings,
        *,
        is_complete: bool = True,
        gather: Gather | None = None,
    ) -> None:
        self.chapters = chapters
        self.settings = settings
        self.is_complete = is_complete
        #: Which of the chapters each is, by its identity: two may be alike.
        self.places = {id(facts): at for at, facts in enumerate(chapters)}
        self._gather = gather
        #: What finds the words that are misspelt, when they are first asked for.
        self.find_misspelt: Callable[[], Misspelt] = self._misspelt
        self._words: dict[str, ChapterWords] = {}
        self._found: dict[object, object] = {}

    def once(self, analysis: Callable[[Whole], _Found]) -> _Found:
        """What an analysis of all chapters finds; it is made once, however many chapters ask for it."""
        if analysis not in self._found:
            self._found[analysis] = analysis(self)
        return cast("_Found", self._found[analysis])

    def words(self, facts: ChapterFacts) -> ChapterWords:
        """The words of one of the chapters that may be romanised Russian."""
        path = facts.path
        if path not in self._words:
            self._words[path] = self._gathered(facts)
        return self._words[path]

    def _gathered(self, facts: ChapterFacts) -> ChapterWords:
        if self._gather is not None:
            return self._gather(facts)
        from footlint.transliteration.gather import gather

        return gather(facts)

    @cached_property
    def transliteration(self) -> Transliteration:
        """The romanised Russian of the book."""
        from footlint.transliteration.book import transliterate

        return transliterate(self.chapters, self.settings.system, self.settings.exceptions, self.words)

    @cached_property
    def romanized(self) -> Transliteration:
        """The same for rules: without so many words that one could be wrong, no dictionary is opened."""
        from footlint.transliteration.book import mixed_scripts
        from footlint.transliteration.telling import tells

        return self.transliteration if tells(self.chapters, self.words) else mixed_scripts(self.chapters, self.words)

    @cached_property
    def misspelt(self) -> Misspelt:
        """The words with a fault of romanisation."""
        return self.find_misspelt()

    def _misspelt(self) -> Misspelt:
        return frozenset((word.path, word.span) for word, _ in self.romanized.faults)

    @cached_property
    def works(self) -> Works:
        """The works behind the citations of all chapters."""
        from footlint.works import resolve

        return resolve(self.chapters)


class Chapter:
    """What a chapter rule sees: one chapter's facts, the book's conventions, the settings, and the book it is of."""

    def __init__(
        self,
        facts: ChapterFacts,
        conventions: Mapping[str, Convention],
        settings: Settings,
        whole: Whole | None = None,
    ) -> None:
        self.facts = facts
        self.conventions = conventions
        self.settings = settings
        #: Whether anything but the conventions has been asked of the book, which may change while the chapter does not.
        self.asked_of_book = False
        self._whole = whole or Whole((facts,), settings)
        self._cited: tuple[Cited, ...] | None = None

    @property
    def whole(self) -> Whole:
        """The book it belongs to; a chapter that is checked alone is a whole by itself."""
        self.asked_of_book = True
        return self._whole

    @property
    def path(self) -> str:
        """The path of the chapter's file."""
        return self.facts.path

    @property
    def markers(self) -> tuple[MarkerFact, ...]:
        """All markers, in source order."""
        return self.facts.markers

    @property
    def notes(self) -> tuple[NoteFact, ...]:
        """All notes, in source order."""
        return self.facts.notes

    @cached_property
    def slips(self) -> tuple[Slip, ...]:
        """The numbering slips of the chapter, each at its cause."""
        from footlint.numbering import slips

        return slips(self.facts)

    def has_slipped(self, code: str) -> bool:
        """Whether there are numbering slips that this rule reports."""
        return any(slip.code == code for slip in self.slips)

    def slipped(self, code: str) -> Iterator[Finding]:
        """The numbering slips that this rule reports."""
        for slip in self.slips:
            if slip.code == code:
                yield Finding(
                    slip.span, slip.message, related=slip.related, fix=slip.fix, note=slip.note, severity=slip.severity
                )

    @property
    def index(self) -> int:
        """Which chapter of the whole it is, counted from 0."""
        return self.whole.places.get(id(self.facts), 0)

    @property
    def works(self) -> Works:
        """The works behind the citations of the whole book."""
        return self.whole.works

    @property
    def cited(self) -> tuple[Cited, ...]:
        """The citations of this chapter, each with its work, as a reader meets them."""
        works = self.works
        if self._cited is None:
            self._cited = works.in_chapter(self.index)
        return self._cited

    def against(self, choice: Choice) -> Iterator[Observation]:
        """The places in this chapter that go against what the book does, if it does anything clearly."""
        convention = self.conventions[choice.name]
        if convention.value is None:
            return
        for observation in choice.observe(self.facts):
            if observation.value != convention.value:
                yield observation


class Book:
    """What a book rule sees: all chapters in reading order."""

    def __init__(
        self,
        chapters: tuple[Chapter, ...],
        conventions: Mapping[str, Convention],
        settings: Settings,
        whole: Whole | None = None,
    ) -> None:
        self.chapters = chapters
        self.whole = whole or Whole(tuple(chapter.facts for chapter in chapters), settings)
        self.conventions = conventions
        self.settings = settings


ChapterCheck = Callable[[Chapter], Iterator[Finding]]
BookCheck = Callable[[Book], Iterator[Finding]]


class Rule(Record, frozen=True):
    """A rule: its code, the name of the fault, its severity, its page (the module's docstring), its check."""

    code: str
    name: str
    severity: Severity
    page: str
    scope: Literal["chapter", "book", "engine"]
    check_chapter: ChapterCheck | None = None
    check_book: BookCheck | None = None


def chapter_rule(code: str, name: str, *, severity: Severity) -> Callable[[ChapterCheck], Rule]:
    """Make a rule of a generator that looks at one chapter."""

    def make(check: ChapterCheck) -> Rule:
        return Rule(code, name, severity, _page(check), "chapter", check_chapter=check)

    return make


def book_rule(code: str, name: str, *, severity: Severity) -> Callable[[BookCheck], Rule]:
    """Make a rule of a generator that looks at all chapters; its findings name their `path`."""

    def make(check: BookCheck) -> Rule:
        return Rule(code, name, severity, _page(check), "book", check_book=check)

    return make


def engine_rule(code: str, name: str, *, severity: Severity, page: str) -> Rule:
    """Make a rule that only has a page: the engine itself reports its findings."""
    return Rule(code, name, severity, page, "engine")


def _page(check: Callable[..., Iterator[Finding]]) -> str:
    page = check.__globals__.get("__doc__") or ""
    if not page and sys.flags.optimize < _WITHOUT_PAGES:
        message = f"the module {check.__module__} has no docstring to be the rule's page"
        raise TypeError(message)
    return str(page)
