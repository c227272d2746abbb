"""Measure how well spellings of one Russian word are grouped, on a fresh random sample.

    python benchmarks/names.py [--seed N] [--words 2000]

Three samples: surnames in four random systems each, words of titles (all classes, inflected) in four random systems
each, and both as the German and the French press spell them beside two library systems. For each: pairwise precision,
recall and F1, and how many pairs of different words were merged. Where `abydos` is installed, the same pairs by
Daitch-Mokotoff and Beider-Morse codes (on a part of the sample, for they are slow); where `jellyfish` is, by Metaphone.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from footlint.romanization import group, load_lexicon, romanize, system_ids

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

PRESS = ("german", "french", "bgn-pcgn", "ala-lc")
Pair = tuple[str, str]


def sample(count: int, rng: random.Random) -> tuple[list[str], list[str]]:
    """Surnames and title words, each drawn evenly from the whole lexicon."""
    surnames, words = [], []
    for entry in load_lexicon().forms():
        if any(one.kind == "S" and one.level for one in entry.analyses):
            surnames.append(entry.form)
        if (
            entry.zipf > 1
            and len(entry.form) > 2
            and any(one.kind in "NAV" and not one.level for one in entry.analyses)
        ):
            words.append(entry.form)
    return rng.sample(sorted(surnames), count), rng.sample(sorted(words), count)


def spelled(words: Iterable[str], systems: tuple[str, ...], rng: random.Random) -> dict[str, set[str]]:
    """Each word in four of the systems: spelling → the words it was made from."""
    truth: dict[str, set[str]] = defaultdict(set)
    for word in words:
        for system in rng.sample(systems, 4):
            truth[romanize(word.capitalize(), system)].add(word)
    return truth


def pairs(groups: Iterable[Iterable[str]]) -> set[Pair]:
    """The unordered pairs within each group."""
    return {(one, other) for members in groups for one, other in combinations(sorted(set(members)), 2)}


def true_pairs(truth: dict[str, set[str]]) -> set[Pair]:
    """The pairs of spellings made from one word."""
    by_word: dict[str, list[str]] = defaultdict(list)
    for spelling, words in truth.items():
        for word in words:
            by_word[word].append(spelling)
    return pairs(by_word.values())


def report(name: str, found: set[Pair], wanted: set[Pair], truth: dict[str, set[str]], seconds: float) -> None:
    """Print one line of figures."""
    hits = len(found & wanted)
    precision, recall = hits / max(1, len(found)), hits / max(1, len(wanted))
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    merged = len({(min(a), min(b)) for one, other in found - wanted for a, b in [(truth[one], truth[other])]})
    print(f"{name:38} P {precision:.4f}  R {recall:.4f}  F1 {f1:.4f}  wrong merges {merged:5}  {seconds:6.2f} s")


def by_key(spellings: Iterable[str], keys: Callable[[str], Iterable[str]]) -> set[Pair]:
    """The pairs of spellings that share a phonetic code."""
    buckets: dict[str, list[str]] = defaultdict(list)
    for spelling in spellings:
        for key in keys(spelling):
            buckets[key].append(spelling)
    return pairs(buckets.values())


def matchers() -> dict[str, tuple[Callable[[str], Iterable[str]], int]]:
    """The phonetic matchers that are installed, and how many spellings each is worth waiting for."""
    found: dict[str, tuple[Callable[[str], Iterable[str]], int]] = {}
    try:
        from abydos.phonetic import BeiderMorse, DaitchMokotoff
    except ImportError:
        print("abydos is not installed: no Daitch-Mokotoff, no Beider-Morse", file=sys.stderr)
    else:
        found["Daitch-Mokotoff"] = (DaitchMokotoff().encode_alpha, 10_000)
        morse = BeiderMorse(language_arg="russian")
        found["Beider-Morse"] = (lambda word: morse.encode(word).split(), 800)
    try:
        from jellyfish import metaphone
    except ImportError:
        print("jellyfish is not installed: no Metaphone", file=sys.stderr)
    else:
        found["Metaphone"] = (lambda word: [metaphone(word)], 10_000)
    return found


def measure(name: str, truth: dict[str, set[str]]) -> None:
    """Group one sample in each way."""
    start = time.perf_counter()
    groups = group(truth)
    report(
        f"{name}: footlint",
        pairs(one.spellings for one in groups),
        true_pairs(truth),
        truth,
        time.perf_counter() - start,
    )
    for title, (keys, most) in matchers().items():
        part = dict(list(truth.items())[:most])
        start = time.perf_counter()
        report(
            f"{name}: {title} ({len(part)})", by_key(part, keys), true_pairs(part), part, time.perf_counter() - start
        )


def main(argv: list[str] | None = None) -> int:
    """Run the three measurements."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--seed", type=int, default=None)
    parser.add_argument("--words", type=int, default=2000)
    options = parser.parse_args(argv)
    seed = random.SystemRandom().randrange(10**6) if options.seed is None else options.seed
    rng = random.Random(seed)
    print(f"seed {seed}, {len(system_ids())} systems")
    surnames, words = sample(options.words, rng)
    measure("surnames", spelled(surnames, system_ids(), rng))
    measure("title words", spelled(words, system_ids(), rng))
    measure("press surnames", spelled(surnames, PRESS, rng))
    measure("press title words", spelled(words, PRESS, rng))
    return 0


if __name__ == "__main__":
    sys.exit(main())
