"""Asks the service, one question at a time: pauses, tries again where the fault may pass, stops where it will not."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from mehrklang.fetching.codes import issue
from mehrklang.fetching.credentials import Credentials
from mehrklang.fetching.judging import Judgement, Verdict, judge
from mehrklang.fetching.plan import FetchPlan
from mehrklang.fetching.questions import Question
from mehrklang.fetching.timing import Timing, asked_wait, wait_after
from mehrklang.fetching.transport import MOST_BYTES, Delivered, Failure, TransportError, post
from mehrklang.vocabulary import Issue

_PASSING_FAILURES = (Failure.UNREACHABLE, Failure.TIMEOUT, Failure.BROKEN)


@dataclass(frozen=True, slots=True)
class Asked:
    """A good answer with its judgement and the time at which it came."""

    delivered: Delivered
    judgement: Judgement
    when: datetime


class AskingError(Exception):
    """No good answer: the issue says why, and the run ends."""

    def __init__(self, why: Issue) -> None:
        super().__init__(why.message)
        self.issue = why


class Asker:
    """The conversation with one service during one run; `requests` counts every request made."""

    __slots__ = ("_credentials", "_last", "_plan", "_tell", "_timing", "requests")

    def __init__(self, plan: FetchPlan, credentials: Credentials, timing: Timing, tell: Callable[[str], None]) -> None:
        self._plan = plan
        self._credentials = credentials
        self._timing = timing
        self._tell = tell
        self._last: datetime | None = None
        self.requests = 0

    def ask(self, question: Question) -> Asked:
        """The first good answer. Raises AskingError if there is none."""
        manners = self._plan.manners
        for failures in range(1, manners.tries + 1):
            asked, failure, wish = self._once(question)
            if asked is not None:
                return asked
            if failures == manners.tries:
                raise AskingError(failure)
            if wish > manners.longest_pause:
                raise AskingError(issue("A-DIENST-05", sekunden=round(wish)))
            wait = wait_after(failures, wish, manners.longest_pause, self._timing.chance())
            self._tell(f"{failure.message} Nächster Versuch in {wait:.0f} Sekunden.")
            self._timing.sleep(wait)
        raise AssertionError(manners)  # a plan has one try at least

    def _once(self, question: Question) -> tuple[Asked | None, Issue, float]:
        """One request: the good answer, or the passing fault and the wait that the service wishes for."""
        self._pace()
        self.requests += 1
        try:
            delivered = post(
                self._plan.service, question.method, question.form, self._credentials, self._plan.manners.time_limit
            )
        except TransportError as error:
            failure = self._of_failure(error)
            if error.failure not in _PASSING_FAILURES:
                raise AskingError(failure) from error
            return None, failure, 0.0
        finally:
            self._last = self._timing.now()
        judgement = judge(delivered, self._credentials)
        problem = self._of_judgement(judgement)
        if judgement.verdict.kept:
            return Asked(delivered, judgement, self._last), problem, 0.0
        if not judgement.verdict.passing:
            raise AskingError(problem)
        return None, problem, asked_wait(delivered.retry_after, self._last)

    def _pace(self) -> None:
        """Waits until the pause since the last answer is over; refuses more requests than the plan allows."""
        if self.requests >= self._plan.manners.most_requests:
            raise AskingError(issue("A-DIENST-10", anzahl=self.requests))
        if self._last is not None:
            rest = self._plan.manners.pause - (self._timing.now() - self._last).total_seconds()
            if rest > 0:
                self._timing.sleep(min(rest, self._plan.manners.pause))

    def _of_failure(self, error: TransportError) -> Issue:
        manners = self._plan.manners
        match error.failure:
            case Failure.TIMEOUT:
                return issue("A-DIENST-02", versuche=manners.tries, sekunden=round(manners.time_limit))
            case Failure.BROKEN:
                return issue("A-ANTWORT-01", versuche=manners.tries, grund=str(error))
            case Failure.UNTRUSTED:
                return issue("A-DIENST-07", grund=str(error))
            case Failure.TOO_MUCH:
                return issue("A-ANTWORT-03", megabyte=MOST_BYTES // 1024**2)
            case Failure.UNREACHABLE:
                return issue("A-DIENST-01", versuche=manners.tries, grund=str(error))

    def _of_judgement(self, judgement: Judgement) -> Issue:
        return issue(
            _CODES.get(judgement.verdict, "A-DIENST-08"),
            wortlaut=judgement.said,
            grund=judgement.said,
            adresse=judgement.said,
            nummer=judgement.number,
            versuche=self._plan.manners.tries,
            tabelle=self._plan.table,
        )


_CODES = {
    Verdict.BUSY: "A-DIENST-03",
    Verdict.DISTURBED: "A-DIENST-09",
    Verdict.MAINTENANCE: "A-DIENST-04",
    Verdict.DAMAGED: "A-ANTWORT-01",
    Verdict.REFUSED: "A-ZUGANG-03",
    Verdict.EXPIRED: "A-ZUGANG-04",
    Verdict.FORBIDDEN: "A-ZUGANG-05",
    Verdict.UNKNOWN_TABLE: "A-ANTWORT-04",
    Verdict.MOVED: "A-DIENST-06",
    Verdict.STRANGE: "A-ANTWORT-02",
    Verdict.FAILED: "A-DIENST-08",
}
