"""Names in a row of atoms: Zimin S. L., V. Zh. Tsvetkov, Robert Conquest, Barsenkov / Vdovin, Smith et al."""

from __future__ import annotations

import msgspec

from footlint.citations.letters import LETTERS
from footlint.citations.model import PersonOrder
from footlint.citations.phrases import Atom
from footlint.citations.words import AND, ET_AL, MONTHS, PARTICLES, PROSE, SIGNALS, Phrases

#: O Moskve, K Rossii, A People's Tragedy: what begins titles, though it may be an initial that has lost its stop.
_PREPOSITIONS = frozenset({"o", "k", "u", "a", "i"})
#: Who of a family is meant: Francis Holland Jr.
_GENERATIONS = frozenset({"jr", "sr"})
#: What follows the last word of a name.
_AFTER_NAMES = frozenset({"comma", "emph", "quoted", "bracket"})
#: Longer runs of capitalised words are titles, institutions or hostile input.
_LONGEST_NAME = 7
_MOST_NAMES = 12
_LETTERS_OF_INITIAL = 2
_SHORTEST_PAIR = 2


class Name(msgspec.Struct):
    """A name found in a note, as offsets of its parts."""

    start: int
    end: int
    surname: tuple[int, int] | None
    given: list[tuple[int, int]]
    order: PersonOrder


class People(msgspec.Struct):
    """Names in a list, and the index of the atom after it.

    `et_al` tells whether “et al.” closes it, `joined` whether a sign of a list (/ & and) stood between the names.
    """

    names: list[Name]
    next: int
    et_al: bool = False
    joined: bool = False


def phrase(row: list[Atom], i: int, phrases: Phrases) -> int:
    """The index after the longest of the phrases that begins at atom i, or i where none does."""
    if i >= len(row):
        return i
    rests = phrases.get(row[i].key)
    if rests is None:
        return i
    for rest in rests:
        at = i + 1
        for word in rest:
            if at < len(row) and row[at].kind == "stop" and row[at].start == row[at - 1].end:
                at += 1
            if at >= len(row) or row[at].key != word:
                break
            at += 1
        else:
            return at
    return i


def people(row: list[Atom], i: int, *, leading: bool) -> People | None:
    """The names that begin at atom i. `leading` names stand before their work, others after “ed. by”."""
    first = _garbled(row, i) or _name(row, i)
    if first is None:
        return None
    name, at = first
    if name.order == "surname-only" and row[i].key in MONTHS:
        return None
    found = People([name], at)
    while at < len(row) and len(found.names) < _MOST_NAMES:
        after = phrase(row, at, ET_AL)
        if after == at and row[at].kind == "comma":
            after = phrase(row, at + 1, ET_AL)
            after = at if after == at + 1 else after
        # Orlova u. A. Krjukov: an initial is not the a. of u. a.
        if after > at and row[after - 1].kind != "init":
            found.et_al = True
            found.next = after
            return found
        joint = _joint(row, at)
        if joint is None:
            break
        after, sign = joint
        following = _name(row, after)
        if following is None or not _may_follow(found.names, following[0], sign, row, following[1], leading=leading):
            break
        found.joined = found.joined or sign != "comma"
        found.names.append(following[0])
        at = following[1]
        found.next = at
    return found


def _garbled(row: list[Atom], i: int) -> tuple[Name, int] | None:
    """Petrovskii; i P.: a name with a slip of the keyboard in it."""
    if i + 4 >= len(row) or row[i].kind != "cap" or row[i + 1].kind != "semi" or row[i + 2].kind != "low":
        return None
    if len(row[i + 2].text) > _LETTERS_OF_INITIAL or row[i + 2].key in AND or not _is_initial(row[i + 3]):
        return None
    initial = (row[i + 3].start, row[i + 3].end)
    return Name(row[i].start, initial[1], (row[i].start, row[i].end), [initial], "surname-first"), i + 4


def _joint(row: list[Atom], at: int) -> tuple[int, str] | None:
    """What joins two names: the index after it, and its kind."""
    kind = row[at].kind
    if kind == "comma":
        if at + 1 < len(row) and row[at + 1].key in AND and row[at + 1].kind != "cap":
            return at + 2, "and"
        return at + 1, "comma"
    if kind == "slash" or (kind == "dash" and row[at].text in {"-", "–", "—"}):
        return at + 1, "slash"
    # the u. of German notes; without its stop it is the у of Russian titles
    if kind in {"low", "sign"} and (row[at].key in AND or row[at].text == "u."):
        return at + 1, "and"
    if kind == "semi":
        return at + 1, "semi"
    return None


def _may_follow(  # noqa: PLR0913 - the two names and what stands round them
    names: list[Name], following: Name, sign: str, row: list[Atom], after: int, *, leading: bool
) -> bool:
    first = names[0]
    if sign in {"slash", "and"}:
        return True
    if following.order == first.order and first.order != "surname-only" and _has_initials(following):
        return True
    if sign == "semi":
        return leading and following.order == first.order and first.order != "surname-only" and _closes(row, after)
    if following.order != "surname-only" and first.order == "given-first":
        # John Smith, Mary Jones: either “and” comes in the end, or the title does
        return _list_ends(row, after) if not leading else _list_ends(row, after) or _closes(row, after)
    if following.order == "surname-only" and first.order == "surname-only":
        return _list_ends(row, after)
    return following.order == "given-first" and first.order == "surname-first" and _list_ends(row, after)


def _has_initials(name: Name) -> bool:
    """Whether a given name is cut to its initial."""
    return any(start + 4 >= end for start, end in name.given)


def _list_ends(row: list[Atom], at: int) -> bool:
    """Whether names go on from here up to an “and” or an “et al.”."""
    for _ in range(_MOST_NAMES):
        if at >= len(row):
            return False
        if phrase(row, at, ET_AL) > at:
            return True
        joint = _joint(row, at)
        if joint is None or joint[1] == "semi":
            return False
        if joint[1] == "and" or row[at].kind == "slash":
            return _name(row, joint[0]) is not None
        following = _name(row, joint[0])
        if following is None:
            return phrase(row, joint[0], ET_AL) > joint[0]
        at = following[1]
    return False


def _closes(row: list[Atom], at: int) -> bool:
    """Whether the title follows, or the sign that stands before it."""
    if at < len(row) and row[at].kind in {"comma", "colon", "semi"}:
        at += 1
    return at < len(row) and row[at].kind in {"emph", "quoted", "bracket"}


def _is_word(atom: Atom) -> bool:
    return atom.kind == "cap" and (atom.key not in PROSE or atom.key in PARTICLES)


def _opens(atom: Atom) -> bool:
    """Whether a name may begin with this word: none begins with “The” or “See”."""
    return atom.kind == "cap" and atom.key not in PROSE and not (atom.key in SIGNALS and () in SIGNALS[atom.key])


def _is_initial(atom: Atom) -> bool:
    if atom.kind == "init":
        return atom.key not in _GENERATIONS
    return atom.kind == "cap" and len(atom.text) <= _LETTERS_OF_INITIAL - 1 and atom.text.isupper()


def _is_letter(row: list[Atom], at: int) -> bool:
    """Zimin, N. Ja: whether two letters behind an initial are one that has lost its stop."""
    return row[at].kind == "cap" and row[at].key in LETTERS and row[at - 1].kind == "init"


def _name(row: list[Atom], i: int) -> tuple[Name, int] | None:
    """One name at atom i, and the index after it; Jr. and Sr. belong to it and are no part of the surname."""
    found = _bare_name(row, i)
    if found is None:
        return None
    name, at = found
    after = at + 1 if at < len(row) and row[at].kind == "comma" else at
    if after < len(row) and row[after].kind == "init" and row[after].key in _GENERATIONS:
        name.end = row[after].end
        return name, after + 1
    return found


def _bare_name(row: list[Atom], i: int) -> tuple[Name, int] | None:
    if i >= len(row):
        return None
    if _is_initial(row[i]):
        return _given_first(row, i)
    at = i
    while at < len(row) and at - i < _LONGEST_NAME and row[at].kind == "low" and row[at].key in PARTICLES:
        at += 1
    if at >= len(row) or not _opens(row[at]):
        return None
    return _surname_led(row, i, at)


def _given_first(row: list[Atom], i: int) -> tuple[Name, int] | None:
    """V. Zh. Tsvetkov: initials, then the surname with its particles."""
    at = i
    given: list[tuple[int, int]] = []
    while at < len(row) and _is_initial(row[at]) and at - i < _LONGEST_NAME:
        given.append((row[at].start, row[at].end))
        at += 1
    first = at
    while at < len(row) and at - i < _LONGEST_NAME and row[at].kind == "low" and row[at].key in PARTICLES:
        at += 1
    if at >= len(row) or not _is_word(row[at]) or _is_initial(row[at]):
        return None
    at += 1
    # J. Le Goff, H. Carrère d’Encausse: further words belong to the name, unless a new name begins
    while at < len(row) and at - first < _SHORTEST_PAIR + 1 and _is_word(row[at]) and not _is_initial(row[at]):
        at += 1
    begin = _surname_start(row, list(range(first - 1, at))) if row[first].kind == "cap" else first
    given += [(atom.start, atom.end) for atom in row[first:begin]]
    surname = _without_genitive(row, at - 1, (row[begin].start, row[at - 1].end))
    return Name(row[i].start, row[at - 1].end, surname, given, "given-first"), at


def _surname_led(row: list[Atom], i: int, first: int) -> tuple[Name, int] | None:  # noqa: C901, PLR0911
    """Zimin S. L.; Samuelson, L.; Robert Conquest; Smith. DVP SSSR is no name."""
    at = first + 1
    words = [first]
    while at < len(row) and at - i < _LONGEST_NAME:
        atom = row[at]
        if _is_initial(atom) or _is_word(atom):
            if len(words) > 1 and _opens_title(row, at):
                break
            if len(words) > 1 and _is_initial(row[at - 1]) and not _is_initial(atom) and _gost(row, words, at):
                break
            words.append(at)
        elif not (atom.kind == "low" and atom.key in PARTICLES and _leads_to_word(row, at) and not _joins_two(row, at)):
            break
        at += 1
    last = words[-1]
    at = last + 1
    # Zubkova Ye. Yu, *Obshchestvo*: at the end two letters are an initial too
    ending = [index for index in words[2:] if index == last and _is_letter(row, index)]
    initials = [index for index in words if _is_initial(row[index]) or index in ending]
    plain = [index for index in words if index not in initials]
    end = row[last].end
    if not initials:
        inverted = _inverted(row, i, at) if len(plain) == 1 else None
        if inverted is not None:
            return inverted
        if len(plain) == 1:
            surname = _without_genitive(row, last, (row[i].start, end))
            return Name(row[i].start, end, surname, [], "surname-only"), at
        if all(row[index].text.isupper() and len(row[index].text) > _LETTERS_OF_INITIAL for index in plain):
            return None
        if row[first].text.isupper() and not row[last].text.isupper() and len(row[first].text) > _LETTERS_OF_INITIAL:
            # FURET François
            given = [(row[index].start, row[index].end) for index in plain[1:]]
            return Name(row[i].start, end, (row[i].start, row[first].end), given, "surname-first"), at
        begin = _surname_start(row, words)
        given = [(row[index].start, row[index].end) for index in words if row[index].start < row[begin].start]
        surname = _without_genitive(row, last, (row[begin].start, end))
        return Name(row[i].start, end, surname, given, "given-first"), at
    if last in initials:
        # surname first: what stands before the first initial
        head = initials[0]
        given = [(row[index].start, row[index].end) for index in initials]
        return Name(row[i].start, row[last].end, (row[i].start, row[head - 1].end), given, "surname-first"), at
    # Loretta Y. Collins
    begin = _surname_start(row, words)
    given = [(row[index].start, row[index].end) for index in words if row[index].start < row[begin].start]
    return Name(row[i].start, end, _without_genitive(row, last, (row[begin].start, end)), given, "given-first"), at


def _opens_title(row: list[Atom], at: int) -> bool:
    """Ivanov I. I. K voprosu o gorode: whether a letter without a stop behind initials is a word of the title."""
    if len(row[at].text) > 1 or not row[at - 1].text.endswith(".") or not _is_initial(row[at - 1]):
        return False
    if at + 1 < len(row) and row[at + 1].kind == "cap":
        return row[at].key in _PREPOSITIONS
    return at + 1 < len(row) and row[at + 1].kind in {"low", "num", "figure"} and row[at + 1].key not in AND


def _gost(row: list[Atom], words: list[int], at: int) -> bool:
    """Ivanov I. I. Zaglavie: whether the word after the initials begins a title. Loretta Y. Collins is one name."""
    if sum(_is_initial(row[index]) for index in words) > 1:
        return True
    stopped = row[at - 1].text.endswith(".")
    while at < len(row) and _is_word(row[at]):
        at += 1
    if not stopped and at < len(row) and row[at].kind == "comma":
        # Oleg V Naumov, *Title*: the stop is missing
        return at + 1 >= len(row) or row[at + 1].kind not in {"emph", "quoted"}
    if at >= len(row):
        return False
    if row[at].key not in AND:
        return row[at].kind not in _AFTER_NAMES
    if phrase(row, at, ET_AL) > at:
        return False
    # Ivanov I. Derevnia i volost: no second name follows
    after = at + 1
    while after < len(row) and (_is_word(row[after]) or _is_initial(row[after])):
        after += 1
    return after == at + 1 or after == len(row) or row[after].kind not in _AFTER_NAMES


def _joins_two(row: list[Atom], at: int) -> bool:
    """Rivera Lassén y Crespo Kebler are two; Ortega y Gasset is one."""
    return row[at].key in AND and at + 2 < len(row) and row[at + 1].kind == row[at + 2].kind == "cap"


def _leads_to_word(row: list[Atom], at: int) -> bool:
    while at < len(row) and row[at].kind == "low" and row[at].key in PARTICLES:
        at += 1
    return at < len(row) and row[at].kind == "cap"


def _surname_start(row: list[Atom], words: list[int]) -> int:
    """Where the surname begins: the last word, with the particles before it."""
    begin = words[-1]
    if row[begin].text[0].islower() and begin - 1 > words[0]:
        # Carrère d’Encausse
        begin -= 1
    while begin - 1 >= words[0] and _is_particle(row[begin - 1]):
        begin -= 1
    return begin


def _is_particle(atom: Atom) -> bool:
    """Von, De, z; but Z. is an initial."""
    return atom.kind == "low" or (atom.key in PARTICLES and not _is_initial(atom))


def _inverted(row: list[Atom], i: int, at: int) -> tuple[Name, int] | None:
    """Samuelson, L. and Conquest, Robert: a comma stands inside the name."""
    if at + 1 >= len(row) or row[at].kind != "comma" or row[at + 1].kind not in {"init", "cap"}:
        return None
    surname = (row[i].start, row[at - 1].end)
    after = at + 1
    if _is_initial(row[after]):
        while after < len(row) and (_is_initial(row[after]) or _is_letter(row, after)):
            after += 1
        # “Zimin, S. L. Petrov”: the initials belong to the next name, unless a title in plain words follows
        if after < len(row) and _is_word(row[after]) and not (after + 1 < len(row) and row[after + 1].kind == "low"):
            return None
    else:
        while after < len(row) and (_is_word(row[after]) or _is_initial(row[after])) and after - at <= _SHORTEST_PAIR:
            after += 1
        # Jan and May are given names where a title follows at once
        if row[at + 1].key in PROSE or not _ends_inverted(row, after):
            return None
    given = [(atom.start, atom.end) for atom in row[at + 1 : after]]
    return Name(row[i].start, row[after - 1].end, surname, given, "surname-first"), after


def _ends_inverted(row: list[Atom], after: int) -> bool:
    """Whether “Smith, John” is followed by its title at once, as no list of surnames is."""
    if after >= len(row):
        return False
    if row[after].kind == "colon":
        return True
    if phrase(row, after, ET_AL) > after:
        return True
    if row[after].kind in {"comma", "stop"}:
        after += 1
    return after < len(row) and row[after].kind in {"emph", "quoted"}


def _without_genitive(row: list[Atom], last: int, surname: tuple[int, int]) -> tuple[int, int]:
    """Castren's "Vorlesungen": the surname without the English genitive."""
    return (surname[0], surname[1] - 2) if row[last].key.endswith(("'s", "’s")) else surname
