"""The works behind the citations: which citations mean one work, and where ibid. leads."""

from footlint.works.resolve import resolve
from footlint.works.work import Cited, Work, Works

__all__ = ["Cited", "Work", "Works", "resolve"]
