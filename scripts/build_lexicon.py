"""Build the lexicon of Russian word forms and names that footlint.romanization ships.

Run it in an environment of its own, never at install time:

    pip install pymorphy3-dicts-ru==2.4.417150.4580142 DAWG2-Python
    pip install russiannames==2.0.0 wordfreq==3.1.1
    python scripts/build_lexicon.py src/footlint/romanization/data/lexicon.bin

Sources and licences:

* pymorphy3-dicts-ru (MIT), compiled from the OpenCorpora dictionary (opencorpora.org, CC BY-SA 3.0): forms, lemmas
  and classes
* russiannames (Ivan Begtin, BSD-3-Clause): surnames, first names and patronymics with their counts
* wordfreq (Robyn Speer; data CC BY-SA 4.0): how common a word form is

The file is therefore under CC BY-SA 4.0. Its layout is described in footlint/romanization/lexicon.py, which reads it.
"""

from __future__ import annotations

import array
import gzip
import json
import math
import re
import struct
import sys
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

LETTERS = "абвгдежзийклмнопрстуфхцчшщъыьэюя"
CODE = {letter: number for number, letter in enumerate(LETTERS, 1)}
PURE = re.compile(r"[а-я]+")
CONSONANTS = frozenset("бвгджзклмнпрстфхцчшщ")
ONE_LETTER = frozenset("авикосуя")
CLASSES = {
    "NOUN": "N",
    "ADJF": "A",
    "ADJS": "A",
    "COMP": "A",
    "PRTF": "V",
    "PRTS": "V",
    "VERB": "V",
    "INFN": "V",
    "GRND": "V",
}
NAME_CLASSES = (("Surn", "S"), ("Name", "F"), ("Patr", "T"), ("Geox", "G"))
HARD_ADJECTIVE = ("ого", "ому", "ым", "ом", "ая", "ую", "ой", "ые", "ых", "ыми")
SOFT_ADJECTIVE = ("ого", "ому", "им", "ом", "ая", "ую", "ой", "ие", "их", "ими")


def plain(text: str) -> str:
    """Lower case, ё written е: the key of the lexicon."""
    return text.lower().replace("ё", "е")


def zipf_by_word() -> dict[str, int]:
    """Frequency of each Russian form on the Zipf scale, 1 to 7."""
    import msgpack
    import wordfreq

    path = Path(wordfreq.__file__).parent / "data" / "large_ru.msgpack.gz"
    with gzip.open(path) as packed:
        bins = msgpack.load(packed, raw=False)[1:]
    found: dict[str, int] = {}
    for number, words in enumerate(bins):
        zipf = max(1, min(7, round(9 - number / 100)))
        for word in words:
            key = plain(word)
            if PURE.fullmatch(key):
                found[key] = max(zipf, found.get(key, 0))
    return found


def opencorpora(zipf: dict[str, int]) -> Iterator[tuple[str, str, str]]:
    """Each (form, class, lemma) of the OpenCorpora dictionary, without the participles nobody writes."""
    import pymorphy3_dicts_ru
    from dawg_python import RecordDAWG

    data = Path(pymorphy3_dicts_ru.get_path())
    suffixes = json.loads((data / "suffixes.json").read_text())
    tags = json.loads((data / "gramtab-opencorpora-int.json").read_text())
    prefixes = ["", "по", "наи"]
    raw = (data / "paradigms.array").read_bytes()
    count = struct.unpack_from("<H", raw)[0]
    offset, paradigms = 2, []
    for _ in range(count):
        size = struct.unpack_from("<H", raw, offset)[0]
        paradigms.append(struct.unpack_from(f"<{size}H", raw, offset + 2))
        offset += 2 + 2 * size
    classes = [class_of(tag) for tag in tags]
    participle = [tag.startswith(("PRTF", "PRTS")) for tag in tags]
    words: Any = RecordDAWG(">HH")
    words.load(str(data / "words.dawg"))
    for form, (number, index) in words.iteritems():
        paradigm = paradigms[number]
        size = len(paradigm) // 3
        kind = classes[paradigm[size + index]]
        if not kind or (participle[paradigm[size + index]] and plain(form) not in zipf):
            continue
        stem = form.removeprefix(prefixes[paradigm[2 * size + index]]).removesuffix(suffixes[paradigm[index]])
        yield plain(form), kind, plain(prefixes[paradigm[2 * size]] + stem + suffixes[paradigm[0]])


def class_of(tag: str) -> str:
    """One letter for the word class; empty for what no title or name contains."""
    grammemes = set(re.split("[ ,]", tag))
    if grammemes & {"Init", "Erro", "LATN", "PNCT", "NUMB", "UNKN"}:
        return ""
    for grammeme, kind in NAME_CLASSES:
        if grammeme in grammemes:
            return kind
    return CLASSES.get(tag.split(",", 1)[0].split(" ", 1)[0], "P")


def read_names(table: str) -> list[tuple[str, int, str]]:
    """The (name, count, gender) rows of one russiannames table."""
    import duckdb
    import russiannames

    path = Path(russiannames.__file__).parent / "data" / f"{table}.parquet"
    rows = duckdb.sql(f"select text, count, gender from '{path}'").fetchall()
    total: dict[tuple[str, str], int] = defaultdict(int)
    for text, count, gender in rows:
        key = plain(text or "")
        if len(key) > 1 and PURE.fullmatch(key):
            total[key, gender or ""] += count or 1
    return [(name, count, gender) for (name, gender), count in sorted(total.items())]


def bucket(count: int) -> int:
    """Binary logarithm of a count, 1 to 15."""
    return min(15, 1 + int(math.log2(count)))


def declined(name: str, gender: str) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """Stem, nominative endings and oblique endings of a surname."""
    if gender != "f" and name.endswith(("ов", "ев", "ин", "ын")):
        return name, ("", "а"), ("у", "ым", "е", "ой", "ы", "ых", "ыми")
    if gender != "f" and name.endswith(("ий", "ый", "ой")) and len(name) > 4:
        soft = name.endswith("ий")
        if not soft or name.endswith(("кий", "гий", "хий", "жий", "ший", "чий", "щий")):
            endings = SOFT_ADJECTIVE if soft or name[-3] in "кгхжшчщ" else HARD_ADJECTIVE
            return name[:-2], (name[-2:], "ая"), tuple(e for e in endings if e != "ая")
    if gender != "f" and name[-1] in CONSONANTS and not name.endswith(("ых", "их")):
        return name, ("",), ("а", "у", "ом", "е", "ы", "ов", "ам", "ами", "ах")
    if gender != "f" and name[-1] in "йь":
        return name[:-1], (name[-1],), ("я", "ю", "ем", "е", "и")
    return name, ("",), ()


def analyses(zipf: dict[str, int]) -> dict[str, dict[tuple[str, str], int]]:
    """For each form its (class, lemma) pairs, with the name's count as a logarithm (0 where it has none)."""
    found: dict[str, dict[tuple[str, str], int]] = defaultdict(dict)
    for form, kind, lemma in opencorpora(zipf):
        if PURE.fullmatch(form) and (len(form) > 1 or form in ONE_LETTER):
            found[form].setdefault((kind, lemma), 0)
    add_names(found)
    return found


def add_names(found: dict[str, dict[tuple[str, str], int]]) -> None:
    """Add the surnames in all cases, the first names and the patronymics."""
    surnames = read_names("surnames")
    genders: dict[str, set[str]] = defaultdict(set)
    for name, _, gender in surnames:
        genders[name].add(gender)
    for name, count, gender in surnames:
        level = bucket(count)
        if gender == "f" and name.endswith("а") and name[:-1] in genders:
            add(found[name], "S", name[:-1], level)
            continue
        stem, nominative, oblique = declined(name, gender)
        for ending in nominative:
            # a feminine form that the table lacks is rarer than its masculine
            add(found[stem + ending], "S", name, level if stem + ending == name else max(1, level - 1))
        if count > 2:
            for ending in oblique:
                add(found[stem + ending], "s", name, level)
    for table, kind in (("names", "F"), ("midnames", "T")):
        for name, count, _ in read_names(table):
            if count > 1:
                add(found[name], kind, name, bucket(count))


def add(entry: dict[tuple[str, str], int], kind: str, lemma: str, level: int) -> None:
    """Keep the greater count of one analysis; a counted surname form replaces an uncounted one."""
    entry[kind, lemma] = max(level, entry.get((kind, lemma), 0))
    if kind == "s":
        entry.pop(("S", lemma), None) if entry.get(("S", lemma)) == 0 else None


def payload(form: str, entry: dict[tuple[str, str], int], zipf: int) -> str:
    """The text stored for a form: its Zipf frequency, then class, letters cut, letters added and count level."""
    parts = []
    for (kind, lemma), level in sorted(entry.items()):
        shared = 0
        for one, other in zip(form, lemma, strict=False):
            if one != other:
                break
            shared += 1
        cut, added = len(form) - shared, lemma[shared:]
        if shared == 0:
            cut = len(form)
        parts.append(f"{kind}{level:x}{cut:x}{added}" if cut < 16 else f"{kind}{level:x}0")
    return f"{zipf}{','.join(parts)}"


def write_bigrams(target: Path, rows: list[tuple[bytes, int]]) -> None:
    """Write how rare each pair of letters is: tenths of a decimal logarithm, by the pair (space for the ends)."""
    names = " " + LETTERS
    counts: dict[tuple[int, int], int] = defaultdict(int)
    firsts: dict[int, int] = defaultdict(int)
    for word, _ in rows:
        for pair in zip(b"\0" + word, word + b"\0", strict=True):
            counts[pair] += 1
            firsts[pair[0]] += 1
    costs = {
        names[one] + names[two]: round(-10 * math.log10(count / firsts[one]))
        for (one, two), count in sorted(counts.items())
        if count > 20
    }
    target.write_text(json.dumps(costs, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")


class Builder:
    """A minimal acyclic automaton, built from sorted words."""

    def __init__(self) -> None:
        """Start with an empty root."""
        self.register: dict[tuple[int, ...], int] = {}
        self.nodes: list[tuple[int, ...]] = []
        self.path: list[list[int]] = [[]]
        self.last = b""

    def freeze(self, depth: int) -> None:
        """Give the unfinished nodes below depth their final numbers."""
        while len(self.path) > depth + 1:
            edges = tuple(self.path.pop())
            number = self.register.get(edges)
            if number is None:
                number = len(self.nodes)
                self.register[edges] = number
                self.nodes.append(edges)
            self.path[-1].append(self.last[len(self.path) - 1] << 25 | number)

    def add(self, word: bytes, value: int) -> None:
        """Add one word after all smaller ones."""
        shared = 0
        for one, other in zip(word, self.last, strict=False):
            if one != other:
                break
            shared += 1
        self.freeze(shared)
        self.last = word
        self.path.extend([] for _ in range(len(word) - shared))
        self.path[-1].append(value)  # label 0: the payload

    def finish(self) -> tuple[array.array[int], int]:
        """Lay the nodes out; return them and the edge that leads to the root."""
        self.freeze(0)
        root = tuple(self.path[0])
        places, at = [], 1
        for edges in [*self.nodes, root]:
            is_end = edges[0] >> 25 == 0
            places.append((at + is_end) | is_end << 31)
            at += 1 + len(edges)
        out = array.array("I", [0])  # the node without letters, where words that are none lead
        for edges in [*self.nodes, root]:
            labels = [edge >> 25 for edge in edges]
            targets = [edge & 0x1FFFFFF for edge in edges]
            if labels[0] == 0:
                out.append(targets.pop(0))
                labels.pop(0)
            out.append(sum(1 << label - 1 for label in labels))
            out.extend(places[target] for target in targets)
        return out, places[-1]


def main(target: str) -> None:
    """Write the lexicon to the target path."""
    zipf = zipf_by_word()
    found = analyses(zipf)
    print(len(found), "forms", file=sys.stderr)
    texts: dict[str, int] = {}
    rows = []
    for form, entry in found.items():
        text = payload(form, entry, zipf.get(form, 0))
        rows.append((bytes(CODE[c] for c in form), texts.setdefault(text, len(texts))))
    del found
    rows.sort()
    print(len(texts), "payloads", file=sys.stderr)
    write_bigrams(Path(target).with_name("bigrams.json"), rows)
    builder = Builder()
    for word, value in rows:
        builder.add(word, value)
    edges, root = builder.finish()
    print(len(edges), "edges", file=sys.stderr)
    encoded = [text.encode("cp1251") for text in texts]
    offsets = array.array("I", [0])
    for one in encoded:
        offsets.append(offsets[-1] + len(one))
    if sys.byteorder == "big":
        edges.byteswap()
        offsets.byteswap()
    head = struct.pack("<8sIII12x", b"footlex2", len(edges), len(texts), root)
    Path(target).write_bytes(head + edges.tobytes() + offsets.tobytes() + b"".join(encoded))


if __name__ == "__main__":
    main(sys.argv[1])
