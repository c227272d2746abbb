"""Text with named places in it: what is written under a key can be found again."""

from __future__ import annotations

Key = tuple[object, ...]
#: Half-open, in code points.
Spot = tuple[int, int]


class Page:
    """A text being written."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self.spots: dict[Key, list[Spot]] = {}

    def write(self, text: str, key: Key | None = None) -> None:
        if key is not None:
            self.spots.setdefault(key, []).append((self._length, self._length + len(text)))
        self._parts.append(text)
        self._length += len(text)

    @property
    def text(self) -> str:
        return "".join(self._parts)
