"""The chapters of a command that looks at them as one book: facts, texts and what the settings say."""

from __future__ import annotations

from footlint.cli import complain
from footlint.cli.options import add_paths, configurations_of, found_by, standard_input, troubles

TYPE_CHECKING = False
if TYPE_CHECKING:
    from footlint.cli.arguments import Arguments, Options
    from footlint.facts import ChapterFacts
    from footlint.rule import Whole
    from footlint.settings import Settings
    from footlint.source import Source


class Gathered:
    """Chapters in the order of a book where the configuration names one, else as they were found.

    `is_complete` is false where a file could not be read.
    """

    def __init__(
        self, facts: tuple[ChapterFacts, ...], sources: dict[str, Source], settings: Settings, *, is_complete: bool
    ) -> None:
        self.facts = facts
        self.sources = sources
        self.settings = settings
        self.is_complete = is_complete

    @property
    def whole(self) -> Whole:
        """The analyses of all chapters together."""
        from footlint.rule import Whole

        return Whole(self.facts, self.settings)


def add_gathering(command: Arguments) -> None:
    """The options that say which chapters, and by which configuration."""
    add_paths(command)
    command.add_argument("--config", metavar="FILE", help="use this configuration instead of the nearest one")
    command.add_argument("--isolated", action="store_true", help="use no configuration file")
    command.add_argument("--no-cache", action="store_true", help="neither use nor keep what earlier runs found out")


def gather(options: Options) -> Gathered:
    """Read the chapters; a line on standard error for each that cannot be read. Raises ConfigError."""
    from footlint.books import groups
    from footlint.cache import Cache
    from footlint.chapters import FactsCache
    from footlint.engine import read_chapters
    from footlint.readers.decode import Unreadable
    from footlint.settings import Settings

    configurations = configurations_of(options)
    found = found_by(options, configurations)
    contents = standard_input(options, found)
    cache = None if options.no_cache else FactsCache(Cache("facts"))
    unreadable = dict(found.unreadable)
    sources: dict[str, Source] = {}
    facts: list[ChapterFacts] = []
    settings: Settings | None = None
    paths = [path for group in groups(found.paths, configurations) for path in group.paths if path in group.asked]
    for path, chapter in read_chapters(paths, configurations, contents=contents, cache=cache):
        if isinstance(chapter, Unreadable):
            unreadable[path] = chapter.message
            continue
        settings = settings or configurations.of(path).settings
        sources[path] = chapter.source
        facts.append(chapter.facts)
    for line in troubles(unreadable, found):
        complain(line)
    return Gathered(tuple(facts), sources, settings or Settings(), is_complete=not unreadable)
