"""One fetch from beginning to end: what is there is kept, what is missing is asked for, the whole is proved."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from mehrklang.fetching.asking import Asker, AskingError
from mehrklang.fetching.codes import issue
from mehrklang.fetching.credentials import Credentials
from mehrklang.fetching.folder import AnswerFolder, FolderError, open_folder
from mehrklang.fetching.plan import FetchPlan
from mehrklang.fetching.proof import prove
from mehrklang.fetching.timing import Timing
from mehrklang.fetching.walk import Walk
from mehrklang.sources.fetched.protocol import Closing, Remark
from mehrklang.vocabulary import Issue, Severity


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came of a run: its folder, the issues, the requests made now, and answers and rows of the table."""

    folder: Path
    issues: tuple[Issue, ...]
    requests: int = 0
    answers: int = 0
    rows: int = 0

    @property
    def complete(self) -> bool:
        """Whether everything asked for is there exactly once."""
        return all(each.severity is not Severity.ERROR for each in self.issues)


def fetch(
    plan: FetchPlan,
    credentials: Credentials,
    *,
    timing: Timing = Timing(),  # noqa: B008 — a frozen value
    tell: Callable[[str], None] = lambda _: None,
) -> Fetched:
    """Fetches what the plan asks for and its folder does not hold yet. Nothing is raised: faults are issues."""
    try:
        with open_folder(plan) as folder:
            return _fetch(plan, folder, credentials, timing, tell)
    except FolderError as error:
        return Fetched(plan.folder, (error.issue,))


def _fetch(
    plan: FetchPlan, folder: AnswerFolder, credentials: Credentials, timing: Timing, tell: Callable[[str], None]
) -> Fetched:
    asker = Asker(plan, credentials, timing, tell)
    walk = Walk(plan, folder, asker, credentials, tell)
    try:
        walk.run()
    except AskingError as error:
        walk.issues.append(error.issue)
    changed = tuple(issue("A-ORDNER-03", datei=file) for file in folder.changed)
    rows = sum(len(leaf.table.rows) for leaf in walk.leaves)
    if walk.issues:
        return Fetched(plan.folder, (*changed, *walk.issues), asker.requests, len(walk.leaves), rows)
    issues = (*prove(plan, walk.leaves, walk.categories), *_days(walk.fetched))
    fetched = Fetched(plan.folder, (*changed, *issues), asker.requests, len(walk.leaves), rows)
    remarks = tuple(Remark(each.code, each.severity.value, each.message, each.remedy) for each in issues)
    folder.close(Closing(fetched.complete, rows, tuple(walk.keys), remarks))
    return fetched


def _days(times: list[str]) -> tuple[Issue, ...]:
    first, last = min(times)[:10], max(times)[:10]
    return () if first == last else (issue("A-UMFANG-10", erster=first, letzter=last),)
