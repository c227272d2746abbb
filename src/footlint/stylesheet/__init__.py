"""The sheet that an editor otherwise keeps by hand: what a book does, how it spells, what it cites."""

from footlint.stylesheet.sheet import Abbreviation, Rule, Sheet, stylesheet

__all__ = ["Abbreviation", "Rule", "Sheet", "stylesheet"]
