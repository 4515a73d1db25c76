"""One table of the plan's TOML: asks for entries by name and type, and notes what is missing, wrong or unknown."""

import re
from collections.abc import Mapping

from mehrklang.fetching.codes import issue
from mehrklang.vocabulary import Issue

_LONGEST = 86_400


class PlanTable:
    """A table of the plan. All tables of a plan share one list of issues; `finish` notes the entries nobody asked for.

    A faulty entry answers with an empty value; the issue keeps the plan from being used.
    """

    __slots__ = ("_asked", "_data", "_file", "_name", "_parts", "issues")

    def __init__(
        self, data: Mapping[str, object], file: str, name: str = "", issues: list[Issue] | None = None
    ) -> None:
        self._data = data
        self._file = file
        self._name = name
        self._asked: set[str] = set()
        self._parts: list[PlanTable] = []
        self.issues: list[Issue] = [] if issues is None else issues

    @property
    def given(self) -> bool:
        """Whether the plan has anything in this table."""
        return bool(self._data)

    def text(self, key: str, *, needed: bool = True) -> str:
        """A text without blanks at its ends."""
        value = self._get(key, needed=needed)
        if value is None:
            return ""
        if isinstance(value, str) and value.strip():
            return value.strip()
        self.refuse(key, "Verlangt ist ein Text in Anführungszeichen")
        return ""

    def matching(self, key: str, form: re.Pattern[str], example: str) -> str:
        """A text of a certain form."""
        text = self.text(key)
        if text and not form.fullmatch(text):
            self.refuse(key, f"„{text}“ hat nicht die Form eines Schlüssels, {example}")
        return text

    def texts(self, key: str, *, needed: bool = True) -> tuple[str, ...]:
        """A list of texts."""
        value = self._get(key, needed=needed)
        if value is None:
            return ()
        if isinstance(value, list) and value and all(isinstance(one, str) and one.strip() for one in value):
            return tuple(one.strip() for one in value)
        self.refuse(key, 'Verlangt ist eine Liste von Texten wie ["03153", "03159"]')
        return ()

    def whole(self, key: str, least: int, most: int, usual: int | None = None) -> int:
        """A whole number; 0 if it is needed and missing."""
        value = self._get(key, needed=usual is None)
        if value is None:
            return usual or 0
        if isinstance(value, int) and not isinstance(value, bool) and least <= value <= most:
            return value
        self.refuse(key, f"Verlangt ist eine ganze Zahl von {least} bis {most}")
        return 0

    def seconds(self, key: str, usual: float) -> float:
        """A time in seconds, at most a day."""
        value = self._get(key, needed=False)
        if value is None:
            return usual
        if isinstance(value, int | float) and not isinstance(value, bool) and 0 < value <= _LONGEST:
            return float(value)
        self.refuse(key, f"Verlangt ist eine Zeit in Sekunden, höchstens {_LONGEST}")
        return usual

    def part(self, key: str, *, needed: bool = True) -> "PlanTable":
        """A table inside this one, empty if it is missing."""
        value = self._get(key, needed=needed)
        if value is not None and not isinstance(value, dict):
            self.refuse(key, f"Verlangt ist ein Abschnitt [{key}]")
        return self._part(key, value if isinstance(value, dict) else {}, empty=value is None)

    def parts(self, key: str) -> tuple["PlanTable", ...]:
        """The tables of a list, none if it is missing."""
        value = self._get(key, needed=False)
        if value is None:
            return ()
        if isinstance(value, list) and all(isinstance(one, dict) for one in value):
            return tuple(self._part(key, one, empty=False) for one in value)
        self.refuse(key, f"Verlangt sind Abschnitte [[{key}]]")
        return ()

    def miss(self, key: str) -> None:
        """Note that an entry is missing."""
        self.add("A-PLAN-02", angabe=self._full(key))

    def refuse(self, key: str, reason: str) -> None:
        """Note that an entry is wrong."""
        self.add("A-PLAN-04", angabe=self._full(key), grund=reason)

    def add(self, code: str, **words: str) -> None:
        """Note any issue of the plan."""
        self.issues.append(issue(code, file=self._file, **words))

    def finish(self) -> None:
        """Note what nobody asked for, here and in the tables inside."""
        for key in self._data:
            if key not in self._asked:
                self.add("A-PLAN-03", angabe=self._full(key))
        for part in self._parts:
            part.finish()

    def _get(self, key: str, *, needed: bool) -> object:
        self._asked.add(key)
        if key not in self._data and needed:
            self.miss(key)
        return self._data.get(key)

    def _part(self, key: str, data: Mapping[str, object], *, empty: bool) -> "PlanTable":
        issues: list[Issue] | None = [] if empty else self.issues  # a missing section is told once, not entry by entry
        part = PlanTable(data, self._file, self._full(key), issues)
        self._parts.append(part)
        return part

    def _full(self, key: str) -> str:
        return f"{self._name}.{key}" if self._name else key
