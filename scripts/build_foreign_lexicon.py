"""Build the list of common words of other languages, by which footlint tells a French title from a Russian one.

    pip install wordfreq==3.1.1
    python scripts/build_foreign_lexicon.py src/footlint/romanization/data/foreign.txt

Source: wordfreq (Robyn Speer; data CC BY-SA 4.0). The file is under the same licence: one word a line, sorted by its
bytes, then each language that has it with its Zipf frequency (``terror de4en5``). Ukrainian, Bulgarian and Macedonian
words stand there as libraries (ALA-LC, with marks and without), their governments and Slavists romanise them, with
their soft signs and without.
"""

from __future__ import annotations

import gzip
import sys
from collections import defaultdict
from pathlib import Path

MANY, SOME = 5000, 2000
LANGUAGES = {
    "en": 8000, "de": MANY, "fr": MANY, "it": MANY, "es": MANY, "pl": MANY, "cs": MANY, "pt": SOME, "nl": SOME,
    "sv": SOME, "da": SOME, "nb": SOME, "fi": SOME, "sh": SOME, "hu": SOME, "ro": SOME, "sk": SOME, "sl": SOME,
}  # fmt: skip

ROMANISED = {"uk": 8000, "bg": 5000, "mk": 3000}
#: For each of them, letter by letter; what a system writes for each in turn.
CYRILLIC = {
    "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя'’",
    "bg": "абвгдежзийклмнопрстуфхцчшщъьюя",
    "mk": "абвгдѓежзѕијклљмнњопрстќуфхцчџш",
}
SYSTEMS = {
    "uk": (
        "a b v h g d e ie zh z y i ï i k l m n o p r s t u f kh ts ch sh shch ' iu ia",
        "a b v h g d e ye zh z y i yi y k l m n o p r s t u f kh ts ch sh shch ' yu ya",
        "a b v h g d e ie zh z y i i i k l m n o p r s t u f kh ts ch sh shch ' iu ia",
        "a b v h g d e je ž z y i ï j k l m n o p r s t u f ch c č š šč ' ju ja",
    ),
    "bg": (
        "a b v g d e zh z i i k l m n o p r s t u f kh ts ch sh sht ŭ ' iu ia",
        "a b v g d e zh z i i k l m n o p r s t u f kh ts ch sh sht u ' iu ia",
        "a b v g d e zh z i y k l m n o p r s t u f h ts ch sh sht a y yu ya",
        "a b v g d e ž z i j k l m n o p r s t u f ch c č š št ă ' ju ja",
    ),
    "mk": (
        "a b v g d ǵ e ž z dz i j k l lj m n nj o p r s t ḱ u f h c č dž š",
        "a b v g d gj e zh z dz i j k l lj m n nj o p r s t kj u f h c ch dzh sh",
        "a b v g d g e z z dz i j k l lj m n nj o p r s t k u f h c c dz s",
    ),
}


def ranked(language: str) -> list[tuple[str, int]]:
    """The words of a language with their Zipf frequencies, the most common first."""
    import msgpack
    import wordfreq

    folder = Path(wordfreq.__file__).parent / "data"
    path = next(
        folder / f"{size}_{language}.msgpack.gz"
        for size in ("large", "small")
        if (folder / f"{size}_{language}.msgpack.gz").exists()
    )
    with gzip.open(path) as packed:
        bins = msgpack.load(packed, raw=False)[1:]
    return [(word, max(1, min(8, round(9 - number / 100)))) for number, words in enumerate(bins) for word in words]


def main(target: str) -> None:
    """Write the list."""
    found: dict[str, str] = defaultdict(str)
    for language, most in LANGUAGES.items():
        kept = [
            (word, zipf) for word, zipf in ranked(language) if word.replace("'", "").isalpha() and not is_cyrillic(word)
        ]
        for word, zipf in kept[:most]:
            found[word] += f"{language}{zipf}"
    for language, most in ROMANISED.items():
        words = [(word, zipf) for word, zipf in ranked(language) if set(word) <= set(CYRILLIC[language])]
        for spelling, zipf in romanised(language, words[:most]).items():
            found[spelling] += f"{language}{zipf}"
    lines = sorted(f"{word} {marks}".encode() for word, marks in found.items())
    Path(target).write_bytes(b"\n" + b"\n".join(lines) + b"\n")


def romanised(language: str, words: list[tuple[str, int]]) -> dict[str, int]:
    """The spellings of Cyrillic words in each system, with the frequency of the commonest word that has it."""
    out: dict[str, int] = {}
    for system in SYSTEMS[language]:
        letters = dict(zip(CYRILLIC[language], system.split(" "), strict=False))
        for word, zipf in words:
            spelling = "".join(letters.get(letter, "") for letter in word)
            out.setdefault(spelling, zipf)
            out.setdefault(spelling.replace("'", ""), zipf)
    return out


def is_cyrillic(word: str) -> bool:
    """Whether the word is written in Cyrillic (Serbian)."""
    return any("\u0400" <= letter <= "\u04ff" for letter in word)


if __name__ == "__main__":
    main(sys.argv[1])
