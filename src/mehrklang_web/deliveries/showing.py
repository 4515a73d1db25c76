"""What a page shows of a file's issues and content to somebody, who sees cells or does not."""

from collections.abc import Iterable
from dataclasses import dataclass

from mehrklang.vocabulary import Issue, Severity
from mehrklang_web.deliveries.context import File, Neighbourhood
from mehrklang_web.deliveries.models import Delivery, Trial
from mehrklang_web.deliveries.rules import sees_cells
from mehrklang_web.deliveries.told_issues import WORDS, IssueKind, by_kind, without_cells
from mehrklang_web.deliveries.understood import Understood
from mehrklang_web.monitors.models import Edition
from mehrklang_web.people.models import Account
from mehrklang_web.selection.catalogue import sources

_FIRST = 3
_LOOKS = {Severity.ERROR: ("bad", "▲"), Severity.WARNING: ("care", "△"), Severity.NOTE: ("note", "i")}


@dataclass(frozen=True, slots=True)
class Tally:
    """How many issues of a severity there are, with its look."""

    severity: Severity
    tone: str
    symbol: str
    word: str


@dataclass(frozen=True, slots=True)
class ShownIssue:
    """An issue, and the cell's neighbourhood if it can be shown."""

    issue: Issue
    around: Neighbourhood | None

    @property
    def tally(self) -> Tally:
        """The look of its severity."""
        return tally_of(self.issue.severity, 1)

    @property
    def word(self) -> str:
        """Its severity."""
        return WORDS[self.issue.severity]


@dataclass(frozen=True, slots=True)
class ShownKind:
    """The issues of one code: the first of them, and how many more there are."""

    kind: IssueKind
    tally: Tally
    first: tuple[ShownIssue, ...]

    @property
    def further(self) -> int:
        """How many are not among the first."""
        return self.kind.count - len(self.first)


@dataclass(frozen=True, slots=True)
class Overview:
    """Everything about a file's content and faults that its page shows."""

    tallies: tuple[Tally, ...]
    kinds: tuple[ShownKind, ...]
    understood: Understood | None


def overview_of(file: Trial | Delivery, *, sees: bool) -> Overview:
    """The overview for somebody who `sees` cells, or does not."""
    issues, opened = visible(file, sees=sees), File(file.path)
    kinds = tuple(
        ShownKind(kind, tally_of(kind.severity, kind.count), shown(kind.issues[:_FIRST], opened, sees=sees))
        for kind in by_kind(issues)
    )
    understood = file.understood
    if understood is not None and not sees:
        understood = understood.without_counts()
    return Overview(tuple(_tallies(issues)), kinds, understood)


def visible(file: Trial | Delivery, *, sees: bool) -> tuple[Issue, ...]:
    """The file's issues, without cells for those who do not see them."""
    return file.issues if sees else tuple(map(without_cells, file.issues))


def for_account(issues: Iterable[Issue], account: Account, edition: Edition) -> tuple[Issue, ...]:
    """Issues of a whole computation, without cells where their file is one whose cells the account does not see."""
    known = sources(edition)
    rows = Delivery.objects.filter(edition=edition)
    hidden = {each.name for each in rows if not sees_cells(account, known.get(each.source))}
    return tuple(without_cells(issue) if issue.file in hidden else issue for issue in issues)


def shown(issues: Iterable[Issue], opened: File, *, sees: bool) -> tuple[ShownIssue, ...]:
    """Issues with the neighbourhoods of their cells."""
    return tuple(ShownIssue(issue, opened.around(issue) if sees else None) for issue in issues)


def tally_of(severity: Severity, count: int) -> Tally:
    """E.g. "3 Warnungen"."""
    plural = "" if count == 1 or severity is Severity.ERROR else "en" if severity is Severity.WARNING else "e"
    return Tally(severity, *_LOOKS[severity], f"{count} {WORDS[severity]}{plural}")


def _tallies(issues: tuple[Issue, ...]) -> Iterable[Tally]:
    for severity in Severity:
        count = sum(issue.severity is severity for issue in issues)
        if count:
            yield tally_of(severity, count)
