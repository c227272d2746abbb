"""Chapters made up for tests: pages of sentences with markers, and their notes, in any form."""

import random
import textwrap

RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
MARKERS = {"superscript": lambda n: str(n).translate(RAISED), "bracket": lambda n: f"[{n}]"}
LABELS = {
    "bare": lambda n: f"{n} ",
    "stop": lambda n: f"{n}. ",
    "raised": lambda n: f"{str(n).translate(RAISED)} ",
    "bracket": lambda n: f"[{n}] ",
}
FORMS = [
    ("superscript", "bare"),
    ("superscript", "stop"),
    ("superscript", "raised"),
    ("bracket", "bracket"),
    ("bracket", "bare"),
    ("bracket", "stop"),
]
SENTENCES = [
    "The winter was long in the north.",
    "Grain came late that year.",
    "In 1937 the bridge was closed",
    "They walked 12 km to the mill.",
    "Ice lay on the river until May;",
    "No letter of hers survives",
]
ODD_ENDS = ["1937 was the year of the bridge.", "12 December brought snow.", "3. The third winter", "The snow lay on"]
NOTES = [
    "Orlova, *Zima v gorode* (Moscow: Nauka, 2003), pp. {a}–{b}.",
    "Ibid., p. {a}.",
    "See *Pravda*, 8.6.1935.",
    "1937 was a poor year for rye.",
    "{a}–{b}.",
    "ebd., S. {a}.",
]


class Chapter:
    """Pages, each with the labels of its markers and its notes (label, text)."""

    def __init__(self, rng, count, start=1, *, restart=False):
        self.rng = rng
        self.pages = []
        done = 0
        while done < count:
            size = min(rng.randint(1, 6), count - done)
            first = 1 if restart else start + done
            labels = list(range(first, first + size))
            self.pages.append((labels, [(label, self._note()) for label in list(labels)]))
            done += size

    def _note(self):
        return self.rng.choice(NOTES).format(a=self.rng.randint(1, 300), b=self.rng.randint(301, 500))

    @property
    def markers(self):
        return [str(label) for markers, _ in self.pages for label in markers]

    @property
    def notes(self):
        return [str(label) for _, notes in self.pages for label, _ in notes]

    def text(self, form, *, gathered=False, wrapped=False, tight=False):
        """The chapter as a file: notes at each page's foot or gathered, wrapped lines, notes on successive lines."""
        marker, label = MARKERS[form[0]], LABELS[form[1]]
        paragraphs, kept = [], []
        for markers, notes in self.pages:
            body = self._body([marker(one) for one in markers])
            block = [label(one) + text for one, text in notes]
            if wrapped:
                body = [textwrap.fill(one, 72) for one in body]
                block = [textwrap.fill(one, 72) for one in block]
            paragraphs += body
            target = kept if gathered else paragraphs
            target += ["\n".join(block)] if tight and block else block
        if gathered:
            paragraphs += ["Notes", *(["\n".join(kept)] if tight else kept)]
        return "\n\n".join(paragraphs) + "\n"

    def _body(self, signs):
        paragraphs, words = [], ""
        for sign in signs:
            words += " ".join(self.rng.choices(SENTENCES, k=self.rng.randint(1, 3))) + sign + " "
            if self.rng.random() < 0.3:
                paragraphs.append(words.strip())
                words = ""
        paragraphs.append((words + self.rng.choice(SENTENCES)).strip())
        if self.rng.random() < 0.2:
            paragraphs.append(self.rng.choice(ODD_ENDS))
        return paragraphs


def chapter(seed, count=None, *, restart=False):
    """A chapter for a seed; long enough that its numbering can be relied on."""
    rng = random.Random(seed)
    return Chapter(rng, count or rng.randint(20, 70), rng.choice([1, 1, 57, 166]), restart=restart)
