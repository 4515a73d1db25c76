"""One table of a TOML file: asks for typed values and notes every fault with its line, so that one pass finds all."""

import tomllib
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from difflib import get_close_matches
from enum import StrEnum
from importlib.resources.abc import Traversable
from typing import Self, TypeVar

from mehrklang.catalogue.lines import KeyLines, KeyPath
from mehrklang.vocabulary import Issue, Severity

Choice = TypeVar("Choice", bound=StrEnum)

_TEXT = "einen Text in Anführungszeichen"
_TEXTS = "eine Liste von Texten, jeder in Anführungszeichen"


class Table:
    """A table and what is asked of it.

    Promise: a wrong or missing value gives an issue and a neutral value; `finish` names the keys that nobody asked
    for. Issues of nested tables land in the same list.
    """

    __slots__ = ("_asked", "_children", "_lines", "_path", "_values", "file", "issues")

    def __init__(
        self,
        values: Mapping[str, object],
        *,
        file: str,
        lines: KeyLines,
        issues: list[Issue],
        path: KeyPath = (),
    ) -> None:
        self._values = values
        self._lines = lines
        self._path = path
        self._asked: set[str] = set()
        self._children: list[Self] = []
        self.file = file
        self.issues = issues

    def __contains__(self, key: str) -> bool:
        return key in self._values

    @property
    def has_wrong_values(self) -> bool:
        """Whether a neutral value stands in place of a wrong one in this file: then its sense cannot be judged."""
        return any(issue.code.startswith("K-WERT") for issue in self.issues)

    def fault(self, code: str, message: str, remedy: str, *at: str | int) -> None:
        """Notes an error at a key below this table; where the key has no line of its own, at what surrounds it."""
        line = self._lines.line((*self._path, *at))
        key = ".".join(map(str, (*self._path, *at)))
        self.issues.append(Issue(code, Severity.ERROR, message, remedy, file=self.file, line=line, key=key))

    def text(self, key: str, *, required: bool = False) -> str:
        """A text; required: it must be there and not be blank."""
        value = self._value(key, str, _TEXT, required=required)
        if required and isinstance(value, str) and not value.strip():
            self._missing(key)
        return value.strip() if isinstance(value, str) else ""

    def texts(self, key: str, *, required: bool = False) -> tuple[str, ...]:
        """A list of texts; required: with at least one."""
        value = self._value(key, list, _TEXTS, required=required)
        if not isinstance(value, list):
            return ()
        if not all(isinstance(item, str) for item in value):
            self._wrong(key, _TEXTS)
        elif required and not value:
            self._missing(key)
        return tuple(item for item in value if isinstance(item, str))

    def integer(self, key: str, *, default: int = 0, required: bool = False) -> int:
        """A whole number that is not negative."""
        wanted = "eine ganze Zahl ab 0 ohne Anführungszeichen"
        value = self._value(key, int, wanted, required=required)
        if isinstance(value, int) and value < 0:
            self._wrong(key, wanted)
        return value if isinstance(value, int) else default

    def number(self, key: str, *, required: bool = False) -> Decimal | None:
        """A number, exactly as written."""
        wanted = "eine Zahl mit Dezimalpunkt und ohne Anführungszeichen, zum Beispiel 45.5"
        value = self._value(key, object, wanted, required=required)
        if isinstance(value, int | Decimal) and Decimal(value).is_finite():
            return Decimal(value)
        if value is not None:
            self._wrong(key, wanted)
        return None

    def day(self, key: str, *, required: bool = False) -> date | None:
        """A date without a time."""
        wanted = "ein Datum ohne Anführungszeichen, zum Beispiel 2026-05-31"
        value = self._value(key, date, wanted, required=required)
        if isinstance(value, datetime):
            self._wrong(key, wanted)
            return None
        return value if isinstance(value, date) else None

    def flag(self, key: str) -> bool:
        """true or false; absent means false."""
        return self._value(key, bool, "true oder false") is True

    def choice(self, key: str, kind: type[Choice]) -> Choice:
        """One of the values of an enumeration; the first one where the text is none of them."""
        text = self.text(key, required=True)
        try:
            return kind(text)
        except ValueError:
            if text:
                near = get_close_matches(text, list(kind), n=1)
                guess = f" Gemeint ist vermutlich „{near[0]}“." if near else ""
                allowed = ", ".join(f"„{member.value}“" for member in kind)
                message = f"Der Wert „{text}“ von „{key}“ ist nicht vorgesehen."
                self.fault("K-WERT-02", message, f"Möglich sind: {allowed}.{guess}", key)
            return next(iter(kind))

    def pairs(self, key: str) -> dict[str, str]:
        """A table whose keys and values are both texts of the source, so that no key is unknown."""
        wanted = "Paare von Texten, zum Beispiel „Geschlecht“ und „weiblich“"
        value = self._value(key, dict, wanted)
        if not isinstance(value, dict):
            return {}
        if not all(isinstance(item, str) for item in value.values()):
            self._wrong(key, wanted)
        return {name: item for name, item in value.items() if isinstance(item, str)}

    def table(self, key: str) -> Self | None:
        """A table below this one, if it is there."""
        value = self._value(key, dict, f"einen Abschnitt „{key}“")
        return self._child(value, (*self._path, key)) if isinstance(value, dict) else None

    def rows(self, key: str, *, required: bool = False) -> tuple[Self, ...]:
        """The repeated tables of that name, or the entries of a list of inline tables."""
        wanted = f"einen oder mehrere Abschnitte „{key}“"
        value = self._value(key, list, wanted, required=required)
        rows = value if isinstance(value, list) else []
        if not all(isinstance(row, dict) for row in rows):
            self._wrong(key, wanted)
        return tuple(
            self._child(row, (*self._path, key, index)) for index, row in enumerate(rows) if isinstance(row, dict)
        )

    def finish(self) -> None:
        """Names every key that was not asked for, here and below."""
        for key in self._values.keys() - self._asked:
            near = get_close_matches(key, self._asked, n=1)
            asked = ", ".join(f"„{each}“" for each in sorted(self._asked))
            remedy = f"Gemeint ist vermutlich „{near[0]}“." if near else f"Möglich sind: {asked}."
            self.fault("K-SCHLUESSEL-02", f"Die Angabe „{key}“ ist hier nicht vorgesehen.", remedy, key)
        for child in self._children:
            child.finish()

    def _child(self, values: Mapping[str, object], path: KeyPath) -> Self:
        child = type(self)(values, file=self.file, lines=self._lines, issues=self.issues, path=path)
        self._children.append(child)
        return child

    def _value(self, key: str, kind: type, wanted: str, *, required: bool = False) -> object:
        """The value if it has the kind; otherwise None and an issue."""
        self._asked.add(key)
        value = self._values.get(key)
        if value is None:
            if required:
                self._missing(key)
            return None
        # To Python, true is a whole number; to an office it is not.
        if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
            self._wrong(key, wanted)
            return None
        return value

    def _missing(self, key: str) -> None:
        self.fault("K-SCHLUESSEL-01", f"Die Angabe „{key}“ fehlt.", f"Ergänzen Sie die Angabe „{key}“.", key)

    def _wrong(self, key: str, wanted: str) -> None:
        self.fault("K-WERT-01", f"Die Angabe „{key}“ hat nicht die richtige Form.", f"Erwartet wird {wanted}.", key)


def open_table(path: Traversable, *, name: str, issues: list[Issue]) -> Table | None:
    """The file as a table, or None and an issue."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        message = f"Die Datei ist nicht in UTF-8 gespeichert (Byte {error.start + 1})."
        remedy = "Speichern Sie die Datei im Editor mit der Zeichenkodierung UTF-8."
        issues.append(Issue("K-DATEI-02", Severity.ERROR, message, remedy, file=name))
        return None
    except OSError as error:
        message = "Die Datei lässt sich nicht öffnen."
        remedy = "Prüfen Sie, ob die Datei vorhanden ist und ob Sie sie öffnen dürfen."
        issues.append(Issue("K-DATEI-03", Severity.ERROR, message, remedy, file=name, raw=str(error)))
        return None
    return parse_table(text, name=name, issues=issues)


def parse_table(text: str, *, name: str, issues: list[Issue]) -> Table | None:
    """The text as a table, or None and an issue that names the line."""
    try:
        values = tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        issues.append(_syntax_issue(str(error), name))
        return None
    return Table(values, file=name, lines=KeyLines(text), issues=issues)


def _syntax_issue(error: str, name: str) -> Issue:
    line = error.partition("at line ")[2].partition(",")[0]
    return Issue(
        "K-TOML-01",
        Severity.ERROR,
        "Die Datei ist an dieser Stelle nicht in der Form geschrieben, die das Programm lesen kann.",
        "Prüfen Sie die Zeile und die davor: Texte stehen in Anführungszeichen, Klammern und Anführungszeichen sind "
        "geschlossen, jeder Schlüssel kommt je Abschnitt nur einmal vor, Schlüssel mit Umlauten stehen in "
        "Anführungszeichen.",
        file=name,
        line=int(line) if line.isdecimal() else 0,
        raw=error,
    )
