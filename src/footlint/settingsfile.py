"""From the text of a configuration file to `Settings`, or to a message that shows the line at fault."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping
from typing import Any, get_type_hints

import msgspec

from footlint.config import ConfigError
from footlint.settings import Settings
from footlint.tomlplace import Aim, frame_at, line_of_error, place

_PROJECT_TABLE = ("tool", "footlint")
_KEPT_IN_QUOTES = (str, int, float, bool)


class _Fault(Exception):  # noqa: N818 - not an error of the program
    """What is wrong with the value under `keys`; `aim` says which part of it to point at."""

    def __init__(self, message: str, keys: tuple[str, ...], aim: Aim = Aim.VALUE, item: object = None) -> None:
        super().__init__(message)
        self.keys = keys
        self.aim = aim
        self.item = item


def table_in_project(file: str, content: bytes) -> Mapping[str, Any] | None:
    """The table `[tool.footlint]` of a `pyproject.toml`, if it has one. Raises ConfigError."""
    table: Any = _parse(file, content)
    for key in _PROJECT_TABLE:
        table = table.get(key) if isinstance(table, dict) else None
    return table if isinstance(table, dict) else None


def settings_of(file: str, content: bytes, *, is_project: bool) -> Settings:
    """The settings in a configuration file. Raises ConfigError."""
    tables = (table_in_project(file, content) or {}) if is_project else _parse(file, content)
    try:
        return _convert(tables)
    except _Fault as fault:
        text = content.decode("utf-8")
        keys = (*_PROJECT_TABLE, *fault.keys) if is_project else fault.keys
        found = place(text, keys, fault.aim, fault.item)
        if found is None:
            raise ConfigError(f"{_shown(file)}: {fault}") from None
        raise ConfigError(f"{_shown(file)}, line {found.line}: {fault}\n{frame_at(text, found)}") from None


def _parse(file: str, content: bytes) -> dict[str, Any]:
    if sys.version_info >= (3, 11):
        import tomllib
    else:
        import tomli as tomllib

    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise ConfigError(f"{_shown(file)}, line {line}: not UTF-8") from None
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found, reason = line_of_error(text, str(error))
        raise ConfigError(f"{_shown(file)}, line {found.line}: {reason}\n{frame_at(text, found)}") from None


def _convert(tables: Mapping[str, Any]) -> Settings:
    fields = {field.encode_name: field for field in msgspec.structs.fields(Settings)}
    hints = get_type_hints(Settings)
    values = {}
    for key, value in tables.items():
        _known(key, fields, (), "option")
        values[fields[key].name] = _value(value, hints[fields[key].name], (key,))
    settings = Settings(**values)
    _check(settings)
    return settings if settings.extend is None else _extended(settings, settings.extend)


def _extended(settings: Settings, name: str) -> Settings:
    """The settings with those of a profile beneath them."""
    from footlint import profiles
    from footlint.record import replace

    _known_profile(name, profiles.names())
    profile = profiles.load(name)
    style = {key: ruling.value for key, ruling in profile.style.items()} | settings.style
    system = settings.system or (profile.system.value if profile.system is not None else None)
    return replace(settings, style=style, system=system)


def _known_profile(name: str, known: Iterable[str]) -> None:
    if name not in known:
        choice = ", ".join(f'"{one}"' for one in known)
        raise _Fault(f"extend knows {choice}, not {name!r}{_did_you_mean(name, known)}", ("extend",))


def _value(value: object, wanted: Any, keys: tuple[str, ...]) -> Any:  # noqa: ANN401 - a type is its parameter
    if isinstance(wanted, type) and issubclass(wanted, msgspec.Struct):
        table = _converted(value, dict[str, Any], keys)
        hints = get_type_hints(wanted)
        for key in table:
            _known(key, hints, keys, f"option of [{keys[-1]}]")
        return wanted(**{key: _value(item, hints[key], (*keys, key)) for key, item in table.items()})
    if getattr(wanted, "__origin__", None) is dict:
        table = _converted(value, dict[str, Any], keys)
        return {key: _value(item, wanted.__args__[1], (*keys, key)) for key, item in table.items()}
    return _converted(value, wanted, keys)


def _converted(value: object, wanted: Any, keys: tuple[str, ...]) -> Any:  # noqa: ANN401 - likewise
    try:
        return msgspec.convert(value, wanted)
    except msgspec.ValidationError:
        what = f"{value!r}" if isinstance(value, _KEPT_IN_QUOTES) else "this value"
        guess = _did_you_mean(value, getattr(wanted, "__args__", ()))
        raise _Fault(f"{keys[-1]} must be {_in_words(wanted)}, not {what}{guess}", keys) from None


def _in_words(wanted: Any) -> str:  # noqa: ANN401 - likewise
    arguments = getattr(wanted, "__args__", ())
    if arguments and all(isinstance(argument, str) for argument in arguments):
        return " or ".join([", ".join(f'"{argument}"' for argument in arguments[:-1]), f'"{arguments[-1]}"'])
    if getattr(wanted, "__origin__", None) is tuple:
        return "a list of texts"
    if getattr(wanted, "__origin__", None) is dict:
        return "a table"
    return {str: "a text", bool: "true or false", int: "a whole number"}.get(wanted, f"a {wanted}")


def _check(settings: Settings) -> None:
    _check_selectors(("select",), settings.select)
    _check_selectors(("ignore",), settings.ignore)
    for selector in settings.severity:
        _check_selectors(("severity", selector), (selector,), Aim.KEY)
    for table in ("per-file-ignores", "per-note-ignores"):
        for key, selectors in getattr(settings, table.replace("-", "_")).items():
            _check_selectors((table, key), selectors)
    if settings.style:
        _check_style(settings.style)
    if settings.system is not None:
        _check_system(settings.system)


def _check_system(system: str) -> None:
    from footlint.selection import is_system, unknown_system

    if not is_system(system):
        raise _Fault(unknown_system(system), ("system",))


def _check_selectors(keys: tuple[str, ...], selectors: Iterable[str], aim: Aim = Aim.ITEM) -> None:
    from footlint.selection import is_selector, unknown_selector

    for selector in selectors:
        if not is_selector(selector):
            raise _Fault(unknown_selector(selector), keys, aim, selector)


def _check_style(style: Mapping[str, str]) -> None:
    from footlint.conventions.table import all_choices

    choices = all_choices()

    for key, value in style.items():
        _known(key, choices, ("style",), "convention")
        words = choices[key].words
        if value not in words:
            known = ", ".join(f'"{word}"' for word in words)
            raise _Fault(f"{key} knows {known}, not {value!r}{_did_you_mean(value, words)}", ("style", key))


def _known(key: str, known: Iterable[str], keys: tuple[str, ...], what: str) -> None:
    if key not in known:
        raise _Fault(f"unknown {what} {key!r}{_did_you_mean(key, known)}", (*keys, key), Aim.KEY)


def _did_you_mean(value: object, known: Iterable[object]) -> str:
    from footlint.selection import nearest

    words = [word for word in known if isinstance(word, str)]
    guess = nearest(value.replace("_", "-"), words) if isinstance(value, str) else None
    return f"; did you mean {guess!r}?" if guess else ""


def _shown(file: str) -> str:
    try:
        relative = os.path.relpath(file)
    except ValueError:  # another drive
        return file
    return file if relative.startswith(os.pardir) else relative
