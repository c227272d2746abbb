"""The Cyrillic behind romanised titles and names, given only where every word of it is certain."""

from __future__ import annotations

from footlint.suspicion import words
from footlint.transliteration.book import Transliteration

#: So much likelier, on a decimal logarithm, must the best reading be than the next.
_CERTAIN = 1.0


class Originals:
    """Turns the Russian of one book back; what the book does not know as Russian it leaves."""

    def __init__(self, transliteration: Transliteration) -> None:
        self._system = transliteration.system
        self._russian = {word.text.casefold() for word in transliteration.words}
        self._readings: dict[str, str] = {}

    def of_name(self, surname: str) -> str:
        """The surname in Cyrillic, or ""."""
        return self._of_word(surname)

    def are_russian(self, text: str) -> bool:
        """Whether most words of a title are Russian of this book."""
        found = [text[start:end].casefold() for start, end in words(text)]
        return 2 * sum(word in self._russian for word in found) > len(found)

    def of_phrase(self, text: str) -> str:
        """The title in Cyrillic with its figures and punctuation, or "" where a word of it is not certain."""
        places = list(words(text))
        if not places:
            return ""
        out, at = [], 0
        for start, end in places:
            original = self._of_word(text[start:end])
            if not original:
                return ""
            out += [text[at:start], original]
            at = end
        return "".join([*out, text[at:]])

    def _of_word(self, word: str) -> str:
        if self._system is None or word.casefold() not in self._russian:
            return ""
        if word not in self._readings:
            self._readings[word] = self._read(word)
        return self._readings[word]

    def _read(self, word: str) -> str:
        from footlint.romanization import decode, fits
        from footlint.romanization.spelling import canonical, cased_like, pieces

        assert self._system is not None
        out = []
        for at, piece in enumerate(pieces(word)):
            if at % 2:
                out.append(piece)
                continue
            spelling = canonical(piece)
            if len(spelling) == 1:
                single = {"v": "в", "i": "и", "k": "к", "s": "с", "o": "о", "u": "у", "a": "а"}.get(spelling, "")
                if not single:
                    return ""
                out.append(cased_like(piece, single))
                continue
            readings = [
                reading
                for reading in decode(spelling)
                if reading.entry is not None and fits(reading.text, spelling, self._system)
            ]
            readings.sort(key=lambda reading: -reading.prior)
            if not readings or (len(readings) > 1 and readings[0].prior - readings[1].prior < _CERTAIN):
                return ""
            out.append(cased_like(piece, readings[0].text))
        return "".join(out)
