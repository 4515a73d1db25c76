"""Issues as pages show them: by severity, errors first, long lists folded."""

from collections.abc import Iterable
from dataclasses import dataclass

from mehrklang.vocabulary import Issue, Severity

OPEN = 5
"""So many of a severity stand open; the rest is folded, as soon as that hides more than one."""


@dataclass(frozen=True, slots=True)
class IssueGroup:
    """The issues of one severity: how it looks, what stands open, what is folded. Never empty."""

    tone: str
    symbol: str
    word: str
    shown: tuple[Issue, ...]
    folded: tuple[Issue, ...]


_LOOKS = {Severity.ERROR: ("bad", "▲"), Severity.WARNING: ("care", "△"), Severity.NOTE: ("note", "i")}
_WORDS = {
    Severity.ERROR: ("Fehler", "Fehler"),
    Severity.WARNING: ("Warnung", "Warnungen"),
    Severity.NOTE: ("Hinweis", "Hinweise"),
}


def by_severity(issues: Iterable[Issue]) -> tuple[IssueGroup, ...]:
    """The groups, errors first, each in the given order.

    >>> groups = by_severity([Issue("B", Severity.NOTE, "Gut.", ""), Issue("A", Severity.ERROR, "Falsch.", "")])
    >>> [(group.word, len(group.shown)) for group in groups]
    [('1 Fehler', 1), ('1 Hinweis', 1)]
    """
    found = list(issues)
    groups = ((severity, tuple(issue for issue in found if issue.severity is severity)) for severity in _LOOKS)
    return tuple(_group(severity, each) for severity, each in groups if each)


def _group(severity: Severity, issues: tuple[Issue, ...]) -> IssueGroup:
    shown = OPEN if len(issues) > OPEN + 1 else len(issues)
    word = f"{len(issues)} {_WORDS[severity][len(issues) != 1]}"
    return IssueGroup(*_LOOKS[severity], word, issues[:shown], issues[shown:])
