"""The walk through a plan: slice by slice, each asked for once, sliced further where the service says "too large"."""

from collections.abc import Callable

from mehrklang.fetching.asking import Asker
from mehrklang.fetching.codes import issue
from mehrklang.fetching.credentials import Credentials
from mehrklang.fetching.flat_table import FlatTable
from mehrklang.fetching.folder import AnswerFolder
from mehrklang.fetching.judging import Judgement, Verdict, judge
from mehrklang.fetching.plan import FetchPlan
from mehrklang.fetching.proof import Leaf
from mehrklang.fetching.questions import Question, structure_question, table_question, values_question
from mehrklang.fetching.slices import TOTALS, Slice, by_categories, by_keys, by_states, by_years, whole
from mehrklang.fetching.transport import Delivered
from mehrklang.sources.fetched.protocol import Answer
from mehrklang.vocabulary import Issue

_TIMES = frozenset(("JAHR", "STAG", "MONAT", "SMONAT", "QUARTG", "SEMEST", "HJAHR", "SJAHR", "TAG", "WOCHE"))
_MOST_CHOICES = 5


class Walk:
    """One run. `leaves` are the answers that make up the table, `keys` their keys in the protocol."""

    __slots__ = ("_asker", "_credentials", "_folder", "_plan", "_tell", "categories", "fetched", "issues", "keys",
                 "leaves")  # fmt: skip

    def __init__(
        self,
        plan: FetchPlan,
        folder: AnswerFolder,
        asker: Asker,
        credentials: Credentials,
        tell: Callable[[str], None],
    ) -> None:
        self._plan = plan
        self._folder = folder
        self._asker = asker
        self._credentials = credentials
        self._tell = tell
        self.leaves: list[Leaf] = []
        self.keys: list[str] = []
        self.fetched: list[str] = []
        self.issues: list[Issue] = []
        self.categories: dict[str, tuple[str, ...]] = {}

    def run(self) -> None:
        """Walks to the end. Raises AskingError where the service ends it."""
        waiting = [whole(self._plan)]
        while waiting:
            part = waiting.pop()
            answer, judgement = self._answer(table_question(self._plan, part))
            if judgement.verdict is Verdict.TOO_LARGE:
                waiting.extend(reversed(self._smaller(part)))
            else:
                self.leaves.append(Leaf(part, answer.file, judgement.table or FlatTable(())))
                self.keys.append(answer.key)

    def _answer(self, question: Question) -> tuple[Answer, Judgement]:
        """The kept answer, or the one that the service gives now."""
        kept = self._folder.kept(question)
        if kept is not None:
            answer, body = kept
            found = judge(Delivered(answer.status, body, answer.content_type), self._credentials)
        else:
            asked = self._asker.ask(question)
            answer = self._folder.keep(question, asked, self._plan.service.address, self._credentials)
            found = asked.judgement
            self._tell(f"{question.label}: {found.verdict.value}")
        self.fetched.append(answer.fetched)
        return answer, found

    def _smaller(self, part: Slice) -> tuple[Slice, ...]:
        """Land, year, key, category: the first cut that is possible. Only the last may cost rows of totals."""
        known = self._known(self._plan.area_feature) if "*" in part.areas else ()
        parts = by_states(part, known) or by_years(part) or self._by_keys(part) or self._by_categories(part)
        if not parts:
            self.issues.append(issue("A-ANTWORT-06", teil=part.label))
        return parts

    def _by_keys(self, part: Slice) -> tuple[Slice, ...]:
        open_end = any(area.endswith("*") for area in part.areas)
        return by_keys(part, self._known(self._plan.area_feature) if open_end else ())

    def _by_categories(self, part: Slice) -> tuple[Slice, ...]:
        chosen = [each.feature for each in part.choices]
        for feature in dict.fromkeys((*chosen, *self._features())):
            if feature not in chosen and len(chosen) >= _MOST_CHOICES:
                continue
            categories = () if feature in chosen else tuple(each for each in self._known(feature) if each not in TOTALS)
            parts = by_categories(part, feature, categories)
            if parts:
                if feature not in chosen:
                    self.categories[feature] = categories
                return parts
        return ()

    def _features(self) -> tuple[str, ...]:
        _, found = self._answer(structure_question(self._plan))
        features = found.message.features if found.message else ()
        return tuple(each for each in features if each not in _TIMES and each != self._plan.area_feature)

    def _known(self, feature: str) -> tuple[str, ...]:
        _, found = self._answer(values_question(feature))
        return found.message.listed if found.message else ()
