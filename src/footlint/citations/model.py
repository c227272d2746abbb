"""What a parsed note holds. Every span points into the chapter's source."""

from typing import Literal

from footlint.record import Record
from footlint.source import Span

PersonOrder = Literal["surname-first", "given-first", "surname-only"]
Role = Literal["author", "editor", "translator"]
TitleStyle = Literal["italic", "quoted", "plain"]
LocatorKind = Literal[
    "pages", "columns", "folios", "volume", "number", "year", "date", "edition", "part", "chapter", "section",
    "paragraph", "figure", "line", "archive", "identifier",
]  # fmt: skip
CitationKind = Literal["book", "article", "contribution", "newspaper", "archive", "web", "legal", "short", "ibid"]


class Text(Record, frozen=True, array_like=True):
    """A piece of the note as it reads, emphasis signs and markers taken out."""

    text: str
    span: Span


class Person(Record, frozen=True, array_like=True):
    """A name as written. `initials` and given names are in order; their stops belong to their text.

    `text` covers the whole name. `surname` is None only for an institution or a name without one.
    """

    text: Text
    surname: Text | None
    given: tuple[Text, ...] = ()
    order: PersonOrder = "surname-only"
    role: Role = "author"


class Title(Record, frozen=True, array_like=True):
    """A title: its words in reading order, and how it is set. `text` leaves the quotation marks out."""

    text: Text
    style: TitleStyle
    words: tuple[Text, ...] = ()


class PageRange(Record, frozen=True, array_like=True):
    """One page or one range: `658`, `658–660`, `xii-xv`, `17r`, `45 ff.`, `366–373 etc.`.

    `first` and `last` are as written; `first_number` and `last_number` their values where they have one
    (arabic or roman), `last` not completed (`123–45` gives 45). `dash` is the sign between them.
    `flaw` says what is wrong with the form, where something is: "no last page" (`45–`), "no first page" (`–47`),
    "space on one side of the dash", "a letter among the digits" (`1O5`), "“––” between the pages", "more than two
    pages in one range". Ranges that run backwards or are condensed have no flaw of form.
    """

    span: Span
    first: str
    last: str | None = None
    dash: Text | None = None
    first_number: int | None = None
    last_number: int | None = None
    roman: bool = False
    suffix: Text | None = None
    flaw: str | None = None


class Locator(Record, frozen=True, array_like=True):
    """Where in the work. `prefix` is the word or sign before it (`pp.`, `Vol.`, `No`, `S.`), None where bare.

    For pages, columns and folios `ranges` lists what is cited; for the other kinds `value` holds it as written
    (`10/94`, `II`, `8.6.1935`, an archive's whole signature, whose folios are in `ranges` too). `parenthesised`
    locators stand in brackets of their own, as in "Smith, *Book* (p. 93) says". `after` is the sign before the
    locator: ",", ":", ".", "(" or "". `extent` is true for the page range of a whole article or chapter where the
    page cited follows apart from it ("pp. 12–34 (p. 20)", "12–34, at 20"). `flaw` is the flaw of its first flawed
    range, or its own: "no number" (`pp.` alone), "stops inside the prefix" (`p.p. 5`).
    """

    kind: LocatorKind
    span: Span
    prefix: Text | None = None
    ranges: tuple[PageRange, ...] = ()
    value: Text | None = None
    parenthesised: bool = False
    after: str = ""
    extent: bool = False
    flaw: str | None = None


class Citation(Record, frozen=True, array_like=True, tag="citation"):
    """One reference to one work, with the fields that it gives.

    `signal` is See, Cf., also …; `back` the word of a back-reference (ibid., idem, op. cit., tam zhe). `container`
    is the journal or the collection ("in: …"); `translation` a bracketed original or translated title. `whole` is
    true where the sentence names the work as a whole. `locators` stand in the order written. `run_on` is true where
    a remark goes on after it in the same sentence ("… (p. 93) indicate that"); `thesis` where it is called one.
    """

    kind: CitationKind
    span: Span
    signal: Text | None = None
    back: Text | None = None
    authors: tuple[Person, ...] = ()
    editors: tuple[Person, ...] = ()
    et_al: bool = False
    title: Title | None = None
    container: Title | None = None
    translation: Title | None = None
    edition: Text | None = None
    place: Text | None = None
    publisher: Text | None = None
    year: Text | None = None
    locators: tuple[Locator, ...] = ()
    whole: bool = False
    run_on: bool = False
    thesis: bool = False

    def of_kind(self, *kinds: LocatorKind) -> tuple[Locator, ...]:
        """Its locators of the kinds named, in order."""
        return tuple([locator for locator in self.locators if locator.kind in kinds])


class Remark(Record, frozen=True, array_like=True, tag="remark"):
    """A stretch of the note that is no citation; `text` is as it reads."""

    span: Span
    text: Text


class CrossReference(Record, frozen=True, array_like=True, tag="cross-reference"):
    """A pointer to a note of the same book: "see note 44", "nn. 12–14 above", "Anm. 3".

    `targets` are the labels as written, each at its own span; a range gives its two ends.
    `elsewhere` is true for a note of the work cited ("p. 410, n. 1"), which says nothing about this chapter.
    """

    span: Span
    targets: tuple[Text, ...]
    word: Text
    elsewhere: bool = False


Element = Citation | Remark | CrossReference
