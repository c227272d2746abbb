"""The romanised Russian of a book: which of its words count, how it romanises, and what departs from that."""

from footlint.transliteration.book import Transliteration, mixed_scripts, transliterate
from footlint.transliteration.gather import ChapterWords, Gather, gather
from footlint.transliteration.telling import tells
from footlint.transliteration.words import Occurrence, Phrase, phrases

__all__ = [
    "ChapterWords",
    "Gather",
    "Occurrence",
    "Phrase",
    "Transliteration",
    "gather",
    "mixed_scripts",
    "phrases",
    "tells",
    "transliterate",
]
