"""Makes issues of what checks find, and keeps their number readable."""

from collections import Counter
from dataclasses import replace

from mehrklang.plausibility.codes import CHECK_CODES
from mehrklang.vocabulary import Issue, Observation

_MOST_PER_CODE = 100


class Told:
    """The issues of one check.

    Promise: of one code at most 100 issues per file are told; the last of them says how many more there are.
    """

    __slots__ = ("_issues",)

    def __init__(self) -> None:
        self._issues: list[Issue] = []

    def add(self, code: str, at: Observation | None = None, *, file: str = "", **words: str | int) -> None:
        """Note one fault at a cell, or about a whole file; `words` fill the braces of the code's message."""
        known = CHECK_CODES[code]
        self._issues.append(
            Issue(
                code=code,
                severity=known.severity,
                message=known.message.format_map(words),
                remedy=known.remedy,
                file=at.cell.file if at else file,
                sheet=at.cell.sheet if at else "",
                line=at.cell.line if at else 0,
                column=at.cell.column if at else "",
                raw=at.cell.raw if at else "",
            )
        )

    def issues(self) -> tuple[Issue, ...]:
        """The issues in the order in which they were found."""
        counts = Counter((issue.code, issue.file) for issue in self._issues)
        told: Counter[tuple[str, str]] = Counter()
        result: list[Issue] = []
        for issue in self._issues:
            key = (issue.code, issue.file)
            told[key] += 1
            if told[key] <= _MOST_PER_CODE:
                last = told[key] == _MOST_PER_CODE and counts[key] > _MOST_PER_CODE
                result.append(_with_rest(issue, counts[key] - _MOST_PER_CODE) if last else issue)
        return tuple(result)


def _with_rest(issue: Issue, rest: int) -> Issue:
    return replace(issue, message=f"{issue.message} Es gibt {rest} weitere Meldungen dieser Art in dieser Datei.")
