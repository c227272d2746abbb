"""What a citation gives to know its work by: a full reference, a short title, a surname, a word that points back."""

from __future__ import annotations

from functools import lru_cache

from footlint.citations.model import Citation
from footlint.works.work import How


def how(citation: Citation) -> How:
    """How its work is to be found."""
    if citation.back is not None:
        return _back(citation.back.text)
    if citation.kind == "ibid":
        return "ibid"
    if citation.title is not None:
        return "full" if is_full(citation) else "short"
    if citation.container is not None or citation.kind in {"archive", "legal", "newspaper"}:
        return "container"
    return "surname" if citation.authors else "nothing"


@lru_cache(maxsize=256)
def _back(text: str) -> How:
    words = tuple(text.casefold().replace(".", " ").split())
    if words in {("ibid",), ("ibidem",)}:
        return "ibid"
    from footlint.citations.words import IDEM, OP_CIT

    if words[1:] in IDEM.get(words[0], ()):
        return "idem"
    return "op-cit" if words[1:] in OP_CIT.get(words[0], ()) else "ibid"


def is_full(citation: Citation) -> bool:
    """Whether it says where the work was published."""
    if citation.place or citation.publisher or citation.year or citation.edition:
        return True
    if citation.kind in {"newspaper", "archive", "web", "legal"}:
        return True
    return citation.container is not None and bool(citation.of_kind("volume", "number", "year", "date"))
