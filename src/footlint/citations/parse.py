"""A note's prose in, its citations, remarks and cross-references out."""

from __future__ import annotations

from footlint.citations.citing import OPENING_PARTICLES, Reading
from footlint.citations.draft import Draft
from footlint.citations.imprint import imprint
from footlint.citations.laws import is_report_year
from footlint.citations.locating import is_year, month, text_of
from footlint.citations.model import Citation, CrossReference, Element, Remark, Text
from footlint.citations.names import phrase
from footlint.citations.phrases import Atom, atoms
from footlint.citations.recall import gathered
from footlint.citations.signs import BACK, WITH_ROLES, kind_is_note
from footlint.citations.words import AND, ELSEWHERE, IBID, IDEM, IN, OP_CIT, QUOTED_IN, SIGNALS, Phrases
from footlint.document import PRIVATE, Prose, bare
from footlint.record import replace

_FLAT = 6
_LONGEST_DATE = 4
Placed = tuple[int, int, Element]
_ENDS = frozenset({"semi", "stop", "colon"})


def parse_note(prose: Prose, titles: tuple[str, ...] = ()) -> tuple[Element, ...]:
    """The elements of a note in reading order. Never fails: what is no citation is a remark.

    `titles` are known to be titles although they stand in plain words.
    A cross-reference may stand inside the citation whose bracket holds it; no other elements overlap.
    """
    if not prose.text.strip():
        return ()
    row = gathered(_plain(atoms(prose.text)), prose.text, titles)
    found: list[Placed] = []
    _scan(prose, row, found)
    if titles:
        found = [(start, end, _in_plain_words(element, titles)) for start, end, element in found]
    found.sort(key=lambda one: (one[0], -one[1]))
    return tuple(_with_remarks(prose, found))


def _in_plain_words(element: Element, titles: tuple[str, ...]) -> Element:
    if not isinstance(element, Citation) or element.title is None or element.title.text.text not in titles:
        return element
    return replace(element, title=replace(element.title, style="plain"))


def _plain(row: list[Atom]) -> list[Atom]:
    """Take the emphasis off words of the apparatus: *ibid.*, *See*, *et al.*, *in*."""
    plain: list[Atom] = []
    for at, atom in enumerate(row):
        if atom.kind not in _COMPOSED:
            plain.append(atom)
            continue
        if atom.kind == "loc" and _is_initial_without_stop(row, at):
            word, start, end = atom.prefix or ("", 0, 0)
            last, begin, _ = atom.numbers[0].pieces[0]
            plain += [
                Atom("init", start, end, word, word[:-1].lower()),
                Atom("cap", begin, atom.end, last, last.lower()),
            ]
            continue
        if atom.kind == "loc" and _is_initial_before_title(row, at):
            word, start, end = atom.prefix or ("", 0, 0)
            number = Atom("num", atom.numbers[0].start, atom.end, numbers=atom.numbers)
            plain += [Atom("init", start, end, word, word[:-1].lower()), number]
            continue
        if atom.kind == "bracket":
            atom.inner = _plain(atom.inner)
        elif (
            atom.kind == "emph"
            and 0 < len(atom.inner) <= _FLAT
            and atom.inner[0].text.lower() in _APPARATUS
            and not any(one.kind == "TITLE_DIGITS" for one in atom.inner)
        ):
            words = _words(atom)
            if _is_apparatus(words):
                plain.extend(words)
                continue
        plain.append(atom)
    return plain


_COMPOSED = frozenset({"loc", "bracket", "emph"})


def _is_initial_before_title(row: list[Atom], at: int) -> bool:
    """Ivanov I. P. 50 let zavoda: the second initial is no prefix."""
    atom = row[at]
    if atom.prefix is None or len(atom.numbers) > 1 or not 0 < at < len(row) - 1:
        return False
    word = atom.prefix[0]
    after = row[at + 1]
    return (
        len(word) == 2  # noqa: PLR2004 - a letter and its stop
        and word[0].isupper()
        and row[at - 1].kind == "init"
        and after.kind in {"low", "dash"}
        and after.key not in AND
        and after.text[-1:] != "."
    )


def _is_initial_without_stop(row: list[Atom], at: int) -> bool:
    """Rybin, O. V, *Zavod*: behind a surname O. V is no page; the second initial has lost its stop."""
    atom = row[at]
    name = at - 2 if at > 1 and row[at - 1].kind == "comma" else at - 1
    if atom.prefix is None or name < 0 or row[name].kind != "cap" or at + 1 >= len(row):
        return False
    word, letter = atom.prefix[0], atom.numbers[0].pieces
    if len(word) != 2 or not word[0].isupper() or len(letter) > 1 or len(letter[0][0]) > 1:  # noqa: PLR2004 - O.
        return False
    if len(atom.numbers) > 1 or not letter[0][0].isupper() or (name and not _leads_to_author(row[name - 1])):
        return False
    after = at + 2 if row[at + 1].kind in {"comma", "colon"} else at + 1
    return after < len(row) and row[after].kind in {"cap", "emph", "quoted"}


def _leads_to_author(atom: Atom) -> bool:
    return atom.kind in {"semi", "low"} or atom.key in SIGNALS


def _words(atom: Atom) -> list[Atom]:
    words: list[Atom] = []
    for one in atom.inner:
        if one.kind == "TITLE_WORD":
            words.append(
                Atom("cap" if one.text[0].isupper() else "low", one.start, one.end, one.text, one.text.lower())
            )
        elif one.text == "." and words:
            words[-1].end = one.end
            words[-1].text += "."
        elif one.text not in ",:;":
            return []
        else:
            words.append(Atom("comma" if one.text == "," else "colon", one.start, one.end, one.text, one.text))
    return words


def _is_apparatus(words: list[Atom]) -> bool:
    count = len(words)
    while count and words[count - 1].kind in {"comma", "colon"}:
        count -= 1
    if not count:
        return False
    return any(phrase(words, 0, phrases) == count for phrases in _EMPHASISED)


_IN: Phrases = dict.fromkeys(IN, ((),))
_ELSEWHERE: Phrases = dict.fromkeys(ELSEWHERE, ((),))
_ET_AL: Phrases = {"et": (("al",),), "passim": ((),), "in": ((),)}
_EMPHASISED = (IBID, IDEM, OP_CIT, SIGNALS, QUOTED_IN, _IN, _ET_AL, _ELSEWHERE)
_APPARATUS = frozenset(word for phrases in _EMPHASISED for word in phrases)


def _scan(prose: Prose, row: list[Atom], found: list[Placed]) -> None:  # noqa: C901 - one loop
    reading = Reading(prose, row)
    i = 0
    clean = True
    named = False
    while i < len(row):
        atom = row[i]
        kind = atom.kind
        if kind in _ENDS:
            clean, named = True, False
            i += 1
            continue
        if kind == "comma" or (kind in {"low", "sign"} and atom.key in AND and clean):
            i += 1
            continue
        if kind == "loc" and kind_is_note(atom):
            reference = _cross_reference(prose, row, i, cited=clean and bool(found) and named)
            if reference is not None:
                found.append((atom.start, atom.end, reference))
            i += 1
            continue
        if atom.key in _SIGNALLING and (after := _past_signal(row, i)) > i:
            signalled = _signalled(reading, row, i, after)
            if signalled is not None:
                draft, after = signalled
                found.append((draft.start, draft.end, draft.citation(prose)))
                _within(prose, row[i:after], found)
                named, clean = True, not draft.run_on
                i = after
                continue
        clean = clean or (kind == "emph" and _is_dated_before(row, i))
        result = reading.cite(i, clean=clean) if _may_begin(row, i, clean=clean) else None
        if result is not None:
            draft, after = result
            found.append((draft.start, draft.end, draft.citation(prose)))
            _within(prose, row[i:after], found)
            named, clean = True, not draft.run_on
            i = after
            continue
        if kind == "bracket":
            if _may_cite(atom.inner):
                _scan(prose, atom.inner, found)
        elif kind == "quoted" and atom.inner and atom.inner[-1].text in {".", "!", "?"}:
            clean, named = True, False
        else:
            clean = False
        i += 1


def _may_cite(inner: list[Atom]) -> bool:
    """Whether a bracket may hold a citation: not the paragraph of a judgment, [116], and no imprint."""
    if len(inner) == 1 and inner[0].kind == "num":
        return False
    # (Washington, DC: A. Hamilton, 1852): no author and no title
    found = imprint(inner, 0)
    return found is None or found.publisher is None or found.year is None or found.next < len(inner)


def _is_dated_before(row: list[Atom], i: int) -> bool:
    """Eden to Simon, 3 December 1934, *Documents*, vol. XII: what was dated is printed there."""
    at = i - 1
    if at > 0 and row[at].key in IN:
        at -= 1
    if at < 1 or row[at].kind != "comma":
        return False
    return row[at - 1].kind == "date" or (
        row[at - 1].kind == "num"
        and is_year(row[at - 1].numbers[0])
        and any(month(atom) is not None for atom in row[max(at - _LONGEST_DATE, 0) : at - 1])
    )


def _may_begin(row: list[Atom], i: int, *, clean: bool) -> bool:
    """Whether a citation may begin here: not in the middle of a name."""
    kind = row[i].kind
    if kind in {"emph", "quoted", "url"} or (clean and is_report_year(row, i)):
        return True
    if kind not in _LEADING or (kind == "low" and row[i].key not in _LEADING_LOW):
        return False
    return clean or (kind != "num" and (i == 0 or row[i - 1].kind not in {"cap", "init"} or kind == "loc"))


#: What a citation may begin with, besides a title: in words in small letters, only with some of them.
_LEADING = frozenset({"cap", "init", "low", "num", "loc"})
_LEADING_LOW = BACK | WITH_ROLES | OPENING_PARTICLES
_SIGNALLING = frozenset((*SIGNALS, *QUOTED_IN))
_INITIAL = 2  # with its stop


def _signalled(reading: Reading, row: list[Atom], i: int, after: int) -> tuple[Draft, int] | None:
    """A citation with its signal: See …, cf. …, quoted in …."""
    start, end = row[i].start, row[after - 1].end
    after = _past_signs(row, after)
    # see also, for example, …: one signal may follow another
    further = _past_signal(row, after)
    if further > after:
        end = row[further - 1].end
        after = _past_signs(row, further)
    if after + 1 < len(row) and row[after].key in _ARTICLES and row[after + 1].kind in {"emph", "quoted"}:
        after += 1
    if after >= len(row):
        return None
    return reading.cite(after, clean=True, signal=(start, end))


def _past_signal(row: list[Atom], i: int) -> int:
    after = max(phrase(row, i, SIGNALS), phrase(row, i, QUOTED_IN))
    # S. a. points further (siehe auch), S. A is a person who has lost a stop
    return i if any(len(atom.text) <= _INITIAL and atom.text.isupper() for atom in row[i + 1 : after]) else after


def _past_signs(row: list[Atom], i: int) -> int:
    while i < len(row) and row[i].kind in {"comma", "colon", "stop"}:
        i += 1
    return i


def _within(prose: Prose, row: list[Atom], found: list[Placed]) -> None:
    """Cross-references in the brackets of a citation."""
    for atom in row:
        if atom.kind != "bracket":
            continue
        for at, one in enumerate(atom.inner):
            if one.kind == "loc" and kind_is_note(one):
                reference = _cross_reference(prose, atom.inner, at, cited=False)
                if reference is not None:
                    found.append((one.start, one.end, reference))


def _cross_reference(prose: Prose, row: list[Atom], i: int, *, cited: bool) -> CrossReference | None:
    atom = row[i]
    assert atom.prefix is not None
    targets: list[Text] = []
    for numbers in atom.numbers:
        for piece, kind in zip(numbers.pieces, numbers.kinds, strict=True):
            if kind == "JOINT":
                continue
            if not piece[0][:1].isdecimal():
                return None
            targets.append(Text(piece[0], prose.span(piece[1], piece[2])))
    word, start, end = atom.prefix
    after = i + 1
    elsewhere = cited or _is_named_before(row, i)
    if after < len(row) and row[after].kind in {"low", "cap"}:
        if row[after].key in {"of", "in", "to", "von", "zu", "bei", "de", "du"}:
            elsewhere = True
        elif row[after].key in ELSEWHERE:
            elsewhere = False
    return CrossReference(
        prose.span(atom.start, atom.end), tuple(targets), Text(word, prose.span(start, end)), elsewhere
    )


def _is_named_before(row: list[Atom], i: int) -> bool:
    """Whether a bare "n. 5" follows a name or a title: "Smith, n. 5" is a note of Smith's."""
    atom = row[i]
    if atom.prefix is None or not atom.prefix[0].rstrip().endswith("."):
        return False
    return i >= 2 and row[i - 1].kind == "comma" and row[i - 2].kind in {"cap", "emph", "quoted"}  # noqa: PLR2004


def _with_remarks(prose: Prose, found: list[Placed]) -> list[Element]:
    """Fill what lies between the elements with remarks."""
    elements: list[Element] = []
    at = 0
    for start, end, element in found:
        if start >= at:
            _remark(prose, at, start, elements, pointing=isinstance(element, CrossReference))
        elements.append(element)
        at = max(at, end)
    _remark(prose, at, len(prose.text), elements)
    return elements


def _remark(prose: Prose, start: int, end: int, elements: list[Element], *, pointing: bool = False) -> None:
    text = prose.text
    if pointing:
        end = _before_signal(text, start, end)
    while start < end and not (text[start].isalnum() or text[start] in _OPENING):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in PRIVATE or text[end - 1] in ",;:(["):
        end -= 1
    body = text[start:end].rstrip(".")
    if body.endswith(")") and "(" not in body:
        # the bracket that the element before it opened
        end = start + len(body) - 1
    words = bare(text[start:end]).strip(" \n\t.,;:()[]–—-")
    if not words or words.lower() in AND or _only_points(words):
        return
    elements.append(Remark(prose.span(start, end), text_of(prose, start, end)))


def _before_signal(text: str, start: int, end: int) -> int:
    """Where a remark ends that leads to a cross-reference: “…, see” note 12."""
    words = text[start:end].split()
    if words and words[-1].strip(",.").lower() in SIGNALS and len(words) > 1:
        return text.rindex(words[-1], start, end)
    return end


def _only_points(words: str) -> bool:
    """“See” and “above” round a cross-reference say nothing by themselves."""
    keys = [word.strip(".,") for word in words.lower().split()]
    return len(keys) <= _FLAT and all(
        key in SIGNALS or key in ELSEWHERE or key in {"with", "mit", "avec"} for key in keys
    )


_ARTICLES = frozenset({"the", "die", "der", "das", "den", "la", "le", "les", "his", "her", "their"})
_OPENING = frozenset("“„«\"'‘")
