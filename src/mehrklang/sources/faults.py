"""Collects what a reader finds in one file, so that all faults are told at once and equal ones only once."""

from collections import Counter

from mehrklang.sources.codes import CODES
from mehrklang.vocabulary import Issue

_LINES_SHOWN = 5
_MOST_PER_CODE = 100

_Key = tuple[str, str, str, tuple[tuple[str, str], ...]]


class Faults:
    """The faults of one file (and sheet).

    Promise: equal faults (same code, column, cell text and words) become one issue that counts its lines; of one code
    at most 100 different issues are told, the last of them says how many more there are.

    >>> faults = Faults("datei.csv")
    >>> for line in (3, 9):
    ...     faults.add("L-ZEIT-01", line=line, column="Zeitraum", raw="früher")
    >>> [issue] = faults.issues()
    >>> issue.place
    'datei.csv, Zeile 3, Spalte Zeitraum'
    >>> print(issue.message)
    „früher“ ist keine Zeitangabe, die das Programm versteht. Betrifft 2 Zeilen (Zeilen 3, 9).
    """

    __slots__ = ("_found", "file", "sheet")

    def __init__(self, file: str, sheet: str = "") -> None:
        self.file = file
        self.sheet = sheet
        self._found: dict[_Key, list[int]] = {}

    def add(self, code: str, *, line: int = 0, column: str = "", raw: str = "", **words: str | int) -> None:
        """Note one fault; `words` fill the braces of the code's message. Line 0: the whole file."""
        key = (code, column, raw, tuple((name, str(word)) for name, word in words.items()))
        self._found.setdefault(key, []).append(line)

    def __bool__(self) -> bool:
        return bool(self._found)

    def issues(self) -> tuple[Issue, ...]:
        """All faults as issues, in the order of their first lines."""
        different = Counter(key[0] for key in self._found)
        told: Counter[str] = Counter()
        issues: list[Issue] = []
        for key, lines in sorted(self._found.items(), key=lambda item: item[1][0]):
            told[key[0]] += 1
            if told[key[0]] <= _MOST_PER_CODE:
                untold = different[key[0]] - _MOST_PER_CODE if told[key[0]] == _MOST_PER_CODE else 0
                issues.append(self._issue(key, lines, untold))
        return tuple(issues)

    def _issue(self, key: _Key, lines: list[int], untold: int) -> Issue:
        name, column, raw, words = key
        code = CODES[name]
        fill = {"column": column, "raw": raw, **dict(words)}
        return Issue(
            code=name,
            severity=code.severity,
            message=code.message.format_map(fill) + _lines(lines) + _untold(untold),
            remedy=code.remedy.format_map(fill),
            file=self.file,
            sheet=self.sheet,
            line=lines[0],
            column=column,
            raw=raw,
        )


def list_lines(lines: list[int]) -> str:
    """The first five lines, for a message.

    >>> list_lines([7]), list_lines([3, 5]), list_lines([1, 2, 3, 4, 5, 6])
    ('Zeile 7', 'Zeilen 3, 5', 'Zeilen 1, 2, 3, 4, 5 und weitere')
    """
    rest = " und weitere" if len(lines) > _LINES_SHOWN else ""
    return ("Zeilen " if len(lines) > 1 else "Zeile ") + ", ".join(map(str, lines[:_LINES_SHOWN])) + rest


def _lines(lines: list[int]) -> str:
    return f" Betrifft {len(lines)} Zeilen ({list_lines(lines)})." if len(lines) > 1 else ""


def _untold(untold: int) -> str:
    return f" Es gibt {untold} weitere Meldungen dieser Art." if untold > 0 else ""
