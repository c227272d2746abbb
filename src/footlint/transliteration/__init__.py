"""The romanised Russian of a book: which of its words count, how it romanises, and what departs from that."""

from footlint.transliteration.book import Transliteration, transliterate
from footlint.transliteration.words import Occurrence, Phrase, phrases

__all__ = ["Occurrence", "Phrase", "Transliteration", "phrases", "transliterate"]
