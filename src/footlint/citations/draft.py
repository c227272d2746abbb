"""A citation in the making: what has been read of it so far."""

from __future__ import annotations

import msgspec

from footlint.citations.locating import text_of
from footlint.citations.model import Citation, CitationKind, Locator, Person, Role, Text, Title, TitleStyle
from footlint.citations.names import Name
from footlint.citations.phrases import Atom
from footlint.document import Prose
from footlint.source import Span

Stretch = tuple[int, int]
_PLACED = frozenset({"pages", "columns", "folios", "chapter", "section", "paragraph", "line", "figure"})
_QUOTES = " \"'“”„«»‘’,;\u00a0"


class Heading(msgspec.Struct):
    """A title as found: the atoms of its words, and how it is set."""

    start: int
    end: int
    style: TitleStyle
    words: list[Stretch]


class Draft(msgspec.Struct):
    """What is known of a citation while its note is read."""

    start: int
    end: int
    signal: Stretch | None = None
    back: Stretch | None = None
    back_kind: str = ""
    authors: list[Name] = []
    lead_role: Role = "author"
    editors: list[tuple[Name, Role]] = []
    et_al: bool = False
    title: Heading | None = None
    container: Heading | None = None
    contained: bool = False
    translation: Heading | None = None
    edition: Stretch | None = None
    place: Stretch | None = None
    publisher: Stretch | None = None
    year: Stretch | None = None
    locators: list[Locator] = []
    archive: Stretch | None = None
    url: bool = False
    dated: bool = False
    legal: bool = False
    thesis: bool = False
    bracketed_imprint: bool = False
    slashes: bool = False
    run_on: bool = False
    whole: bool = False

    def has(self, *kinds: str) -> bool:
        """Whether a locator of one of the kinds is there."""
        return any(locator.kind in kinds for locator in self.locators)

    @property
    def paged(self) -> bool:
        """Whether it says where in the work."""
        return any(locator.kind in _PLACED for locator in self.locators)

    @property
    def announced(self) -> bool:
        """Whether a page stands with its prefix or in brackets, which no prose number does."""
        return any(
            locator.kind in _PLACED and (locator.prefix is not None or locator.parenthesised)
            for locator in self.locators
        )

    @property
    def hard(self) -> bool:
        """Whether there is evidence that no plain sentence has."""
        return bool(
            self.announced or self.archive or self.url or self.legal or self.bracketed_imprint
            or (self.place and self.year) or (self.back and self.back_kind == "ibid")
            or (self.title and self.dated and (self.container or self.title.style != "quoted"))
            or (self.container and self.locators)
        )  # fmt: skip

    @property
    def kind(self) -> CitationKind:  # noqa: C901, PLR0911
        """The kind of source, from the fields that are there."""
        if self.archive is not None:
            return "archive"
        if self.legal:
            return "legal"
        if self.back is not None and self.back_kind != "idem" and self.title is None:
            return "ibid" if self.back_kind == "ibid" else "short"
        if self.url and not self.paged and self.place is None:
            return "web"
        if (
            self.dated
            and not self.bracketed_imprint
            and self.publisher is None
            and (self.container is None or not self.has("volume"))
        ):
            return "newspaper"
        imprint = self.place is not None or self.publisher is not None
        journal = self.has("volume", "number") or (self.year is not None and not imprint)
        if self.container is not None:
            if self.slashes:
                return "contribution" if imprint and not self.has("number") else "article"
            if self.contained and imprint:
                return "contribution"
            return "article" if journal or not self.contained else "contribution"
        if self.title is None:
            return "ibid" if self.back_kind == "idem" else "short"
        if imprint or self.thesis:
            return "book"
        if self.has("number") and (self.year is not None or (self.title.style == "italic" and not self.authors)):
            return "article"
        if self.year is not None and (self.authors or self.bracketed_imprint or self.has("edition")):
            return "article" if self.has("volume") and self.title.style == "italic" and not self.authors else "book"
        return "short"

    def citation(self, prose: Prose) -> Citation:
        """The finished citation."""
        authors = tuple(_person(prose, name, self.lead_role) for name in self.authors)
        editors = tuple(_person(prose, name, role) for name, role in self.editors)
        if self.lead_role == "editor":
            authors, editors = (), authors + editors
        return Citation(
            kind=self.kind,
            span=prose.span(self.start, self.end),
            signal=_text(prose, self.signal),
            back=_text(prose, self.back),
            authors=authors,
            editors=editors,
            et_al=self.et_al,
            title=_title(prose, self.title),
            container=_title(prose, self.container),
            translation=_title(prose, self.translation),
            edition=_text(prose, self.edition),
            place=_text(prose, self.place),
            publisher=_text(prose, self.publisher),
            year=_text(prose, self.year),
            locators=tuple(self.locators),
            whole=self.whole and not self.locators,
            run_on=self.run_on,
            thesis=self.thesis,
        )


def heading(atom: Atom, text: str) -> Heading:
    """The title that an emphasised or quoted run is, without its signs and the comma before the closing one."""
    signs = 0 if atom.text else 1  # a title that was recalled stands without any
    start, end = atom.start + signs, atom.end - signs
    while start < end and (text[start].isspace() or text[start] in _QUOTES or text[start] == "["):
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in '.,;“”„«»"'):
        if text[end - 1] == "." and (_is_abbreviation(text, end) or text[max(start, end - 3) : end] == "..."):
            break
        if text[end - 1] in _PARTNERS and _is_paired(text, start, end):
            break
        end -= 1
    words = [(word.start, word.end) for word in atom.inner if word.kind == "TITLE_WORD"]
    return Heading(start, end, "italic" if atom.kind == "emph" else "quoted", words)


#: What a closing quotation mark may have opened with.
_PARTNERS = {"”": "“„", "»": "«", "“": "„", "«": "»"}


def _is_paired(text: str, start: int, end: int) -> bool:
    """Whether the last mark of a title closes a quotation within it: Stalinismo e “guerra di posizione”."""
    opened = sum(text.count(sign, start, end) for sign in _PARTNERS[text[end - 1]])
    return opened >= text.count(text[end - 1], start, end)


def _is_abbreviation(text: str, end: int) -> bool:
    """Whether a stop belongs to the last word of a title: gg., N. V."""
    begin = end - 1
    while begin and text[begin - 1].isalpha():
        begin -= 1
    word = text[begin : end - 1]
    return 0 < len(word) <= 2 and (word.isupper() or word in {"gg", "гг", "g", "г"})  # noqa: PLR2004


def _text(prose: Prose, stretch: Stretch | None) -> Text | None:
    return text_of(prose, *stretch) if stretch is not None else None


def _title(prose: Prose, title: Heading | None) -> Title | None:
    if title is None:
        return None
    text = prose.text
    ahead = prose.ahead(title.words[0][0], title.words[-1][1]) if title.words else None
    if ahead is None:
        words = [Text(text[start:end], prose.span(start, end)) for start, end in title.words]
    else:
        words = [Text(text[start:end], Span(start + ahead, end + ahead)) for start, end in title.words]
    return Title(text_of(prose, title.start, title.end), title.style, tuple(words))


def _person(prose: Prose, name: Name, role: Role) -> Person:
    return Person(
        text_of(prose, name.start, name.end),
        _text(prose, name.surname),
        tuple(text_of(prose, start, end) for start, end in name.given),
        name.order,
        role,
    )
