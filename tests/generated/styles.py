"""Citation styles of generated notes, each a handful of templates."""

from __future__ import annotations

from typing import NamedTuple


class Style(NamedTuple):
    """How one press cites. Fields in braces; `{pages}` brings its prefix, `{range}` is an article's whole range."""

    book: str
    article: str
    short: str
    short_article: str
    ibid: str
    prefix: tuple[str, str] | None = ("p. ", "pp. ")
    name: str = "initials-first"
    short_name: str = "surname"
    joiner: str = " and "
    see: str = "See"
    cross: str = "See note {} above."
    also: str = "; see also "
    places: str = "english"
    dash: str = "–"
    condensed: bool = False
    capitals: bool = False
    marker_before: bool = False


STYLES = {
    "chicago-pp": Style(
        "{author}, *{title}* ({place}: {publisher}, {year}), {pages}.",
        "{author}, “{title}”, *{journal}*, no. {number} ({year}), {range}.",
        "{author}, *{title}*, {pages}.",
        "{author}, “{title}”, {pages}.",
        "Ibid., {pages}.",
    ),
    "chicago-bare": Style(
        "{author}, *{title}* ({place}: {publisher}, {year}), {pages}.",
        "{author}, “{title}”, *{journal}*, no. {number} ({year}): {range}.",
        "{author}, *{title}*, {pages}.",
        "{author}, “{title}”, {pages}.",
        "Ibid., {pages}.",
        prefix=None,
    ),
    "american": Style(
        "{author}, *{title}* ({place}, {year}), {pages}.",
        "{author}, “{title},” *{journal}* {volume}, no. {number} ({year}): {range}.",
        "{author}, *{title}*, {pages}.",
        "{author}, “{title},” {pages}.",
        "Ibid., {pages}.",
        prefix=None,
    ),
    "mhra": Style(
        "{author}, *{title}* ({place}: {publisher}, {year}), {pages}.",
        "{author}, ‘{title}’, *{journal}*, {volume}.{number} ({year}), {range} ({pages}).",
        "{author}, *{title}*, {pages}.",
        "{author}, ‘{title}’, {pages}.",
        "Ibid., {pages}.",
    ),
    "mhra-straight": Style(
        "{author}, *{title}* ({place}: {publisher}, {year}), {pages}.",
        "{author}, '{title}', *{journal}*, {volume}.{number} ({year}), {range} ({pages}).",
        "{author}, *{title}*, {pages}.",
        "{author}, '{title}', {pages}.",
        "Ibid., {pages}.",
    ),
    "plain-colons": Style(
        "{author}: {title}, {place} {year}, {pages}.",
        "{author}: {title}. In: {journal} {number} ({year}), {range}.",
        "{author}: {title}, {pages}.",
        "{author}: {title}, {pages}.",
        "Ebd., {pages}.",
        prefix=("S. ", "S. "),
        joiner="/",
        see="Vgl.",
        cross="Vgl. Anm. {}.",
        also="; ferner ",
        places="german",
    ),
    "slavic": Style(
        "{author}, *{title}* ({place}, {year}), {pages}.",
        "{author}, “{title},” *{journal}*, no. {number} ({year}): {range}.",
        "{author}, *{title}*, {pages}.",
        "{author}, “{title},” {pages}.",
        "Ibid., {pages}.",
        prefix=None,
        condensed=True,
        see="On this see",
        also="; for another view see ",
    ),
    "oxford": Style(
        "{author}, *{title}* ({place}, {year}), {pages}.",
        "{author}, ‘{title}’, *{journal}*, {volume} ({year}), {range}, at {pages}.",
        "{author}, *{title}*, {pages}.",
        "{author}, ‘{title}’, {pages}.",
        "Ibid. {pages}.",
        prefix=None,
        condensed=True,
    ),
    "commas": Style(
        "{author}, *{title}*, {place}, {publisher}, {year}, {pages}.",
        "{author}, {title}, in: *{journal}*, {number}/{year}, {range}.",
        "{author}, *{title}*, {pages}.",
        "{author}, {title}, {pages}.",
        "Ibid., {pages}.",
        name="surname-first",
        short_name="surname-first",
        joiner=" / ",
    ),
    "commas-brief": Style(
        "{author}: *{title}*. {place}: {publisher}, {year}, {pages}.",
        "{author}: {title}. *{journal}* {volume}, no. {number} ({year}), {range}.",
        "{author}: *{title}*, {pages}.",
        "{author}: {title}, {pages}.",
        "Ibid., {pages}.",
        name="surname-comma",
    ),
    "german": Style(
        "{author}: *{title}*, {place} {year}, {pages}.",
        "{author}: {title}. In: *{journal}* {number} ({year}), {range}.",
        "{author}: *{title}*, {pages}.",
        "{author}: {title}, {pages}.",
        "Ebd., {pages}.",
        prefix=("S. ", "S. "),
        also="; siehe auch ",
        places="german",
        name="surname-comma",
        joiner=" / ",
        see="Siehe",
        cross="Siehe Anm. {}.",
    ),
    "french": Style(
        "{author}, *{title}*, {place}, {publisher}, {year}, {pages}.",
        "{author}, « {title} », *{journal}*, n° {number}, {year}, {range}.",
        "{author}, *{title}*, {pages}.",
        "{author}, « {title} », {pages}.",
        "*Ibid.*, {pages}.",
        prefix=("p. ", "p. "),
        also=" ; voir aussi ",
        places="french",
        dash="-",
        marker_before=True,
        joiner=" et ",
        see="Voir",
        cross="Voir supra, note {}.",
    ),
    "czech": Style(
        "{author}: *{title}*. {place} {year}, {pages}.",
        "{author}: {title}. *{journal}*, {year}, č. {number}, {range}.",
        "{author}: *{title}*, {pages}.",
        "{author}: {title}, {pages}.",
        "Tamtéž, {pages}.",
        prefix=("s. ", "s. "),
        also="; srov. též ",
        places="czech",
        name="surname-comma",
        capitals=True,
        joiner=" – ",
        see="Viz",
        cross="Viz pozn. {}.",
    ),
    "polish": Style(
        "{author}, *{title}*, {place} {year}, {pages}.",
        "{author}, *{title}*, „{journal}” {year}, nr {number}, {range}.",
        "{author}, *{title}*, {pages}.",
        "{author}, *{title}*, {pages}.",
        "Tamże, {pages}.",
        prefix=("s. ", "s. "),
        also="; zob. też ",
        places="polish",
        joiner=", ",
        see="Zob.",
        cross="Zob. przyp. {}.",
    ),
    "italian": Style(
        "{author}, *{title}*, {place}, {publisher}, {year}, {pages}.",
        "{author}, *{title}*, in «{journal}», {number} ({year}), {range}.",
        "{author}, *{title}*, cit., {pages}.",
        "{author}, *{title}*, cit., {pages}.",
        "Ivi, {pages}.",
        also="; si veda anche ",
        places="italian",
        dash="-",
        joiner=" e ",
        see="Si veda",
        cross="Si veda la nota {}.",
    ),
    "gost": Style(
        "{author} {title}. {city}: {publisher}, {year}. {pages}.",
        "{author} {title} // {journal}. {year}. № {number}. {range}.",
        "{author} {title}. {pages}.",
        "{author} {title}. {pages}.",
        "{ibid}. {pages}.",
        prefix=("S. ", "S. "),
        name="surname-first",
        short_name="surname-first",
        places="russian",
        joiner=", ",
        see="Sm.:",
        cross="Sm. prim. {}.",
    ),
    "author-date": Style(
        "{author}, *{title}* ({place}: {publisher}, {year}), {pages}.",
        "{author}, “{title}”, *{journal}*, {volume}:{number} ({year}), {range}.",
        "{author} {year}, {pages}.",
        "{author} {year}, {pages}.",
        "Ibid., {pages}.",
        name="surname-comma",
    ),
}

PLACES = {
    "english": ("Moscow", "Leningrad", "St Petersburg", "Yekaterinburg"),
    "german": ("Moskau", "Leningrad", "St. Petersburg", "Jekaterinburg"),
    "french": ("Moscou", "Leningrad", "Saint-Pétersbourg", "Ekaterinbourg"),
    "czech": ("Moskva", "Leningrad", "Petrohrad", "Jekatěrinburg"),
    "polish": ("Moskwa", "Leningrad", "Petersburg", "Jekaterynburg"),
    "italian": ("Mosca", "Leningrado", "San Pietroburgo", "Ekaterinburg"),
    "russian": ("M.", "L.", "SPb.", "M."),
}
