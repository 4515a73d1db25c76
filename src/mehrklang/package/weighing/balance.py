"""How a set of indicators is balanced: what it counts, and of whom, by plain counting."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from mehrklang.catalogue import Evidence, Perspective
from mehrklang.package.monitoring import Steerable
from mehrklang.package.weighing.effort import Effort, effort
from mehrklang.package.weighing.prospect import Prospect, Secured
from mehrklang.package.weighing.replies import Asked, open_questions
from mehrklang.vocabulary import AreaLevel

ORIGIN_FEATURES = frozenset(
    {"migrationshintergrund", "einwanderungsgeschichte", "staatsangehoerigkeit", "herkunft-der-eltern", "generation"}
)
"""Features that all tell people apart by where they or their families come from."""

_NAMES = {
    "herkunft-der-eltern": "Herkunft der Eltern",
    "staatsangehoerigkeit": "Staatsangehörigkeit",
}


@dataclass(frozen=True, slots=True)
class Count:
    """So many indicators (codes) of one kind; `label` is German."""

    label: str
    codes: tuple[str, ...]

    @property
    def number(self) -> int:
        """How many."""
        return len(self.codes)


@dataclass(frozen=True, slots=True)
class Balance:
    """The counts of a set. Each indicator is in exactly one count of a group, except for `features`: it may look at
    several. `beyond_origin` are those that look at a feature other than origin; `unanswered` are the open questions.
    """

    codes: tuple[str, ...]
    perspectives: tuple[Count, ...]
    evidence: tuple[Count, ...]
    fields: tuple[Count, ...]
    features: tuple[Count, ...]
    beyond_origin: Count
    steerable: tuple[Count, ...]
    secured: tuple[Count, ...]
    district: tuple[Count, ...]
    small_areas: tuple[Count, ...]
    effort: Effort
    unanswered: tuple[Count, ...]

    @property
    def sure(self) -> int:
        """Of how many the data are sure."""
        return sum(each.number for each in self.secured if Secured(each.label).is_sure)


_PERSPECTIVES = {Perspective.STRENGTH: "Stärke", Perspective.DEFICIT: "Defizit", Perspective.CONTEXT: "Rahmen"}
_EVIDENCE = {Evidence.OBJECTIVE: "gezählt", Evidence.SUBJECTIVE: "selbst gesagt"}
_REACH: dict[bool | None, str] = {True: "ja", False: "nein", None: "nicht bekannt"}


_UNSAID = "offen"
"""Nobody has said with a reason whether the municipality can move it."""


def perspective_word(perspective: Perspective) -> str:
    """In one word, for counting."""
    return _PERSPECTIVES[perspective]


def feature_label(key: str) -> str:
    """The name of a feature (Merkmal), for people.

    >>> feature_label("herkunft-der-eltern"), feature_label("geschlecht")
    ('Herkunft der Eltern', 'Geschlecht')
    """
    return _NAMES.get(key, key.replace("-", " ").capitalize())


def balance(prospects: Iterable[Prospect], goals: Mapping[str, str]) -> Balance:
    """The balance of these indicators; `goals` are the titles of the goals by key.

    >>> from mehrklang.package.weighing.examples import example
    >>> found = balance([example("a", "register"), example("b", "amt")], {})
    >>> [(each.label, each.number) for each in found.perspectives], found.effort.hours
    ([('Stärke', 2), ('Defizit', 0), ('Rahmen', 0)], Decimal('20'))
    """
    wanted = tuple(prospects)
    features = tuple(dict.fromkeys(key for each in wanted for key in each.definition.features))
    beyond = [each.selection.code for each in wanted if set(each.definition.features) - ORIGIN_FEATURES]
    still_open = {each.selection.code: open_questions(each, goals) for each in wanted}
    return Balance(
        codes=tuple(each.selection.code for each in wanted),
        perspectives=_counts(wanted, _PERSPECTIVES.values(), lambda each: perspective_word(each.perspective)),
        evidence=_counts(wanted, _EVIDENCE.values(), lambda each: _EVIDENCE[each.definition.evidence]),
        fields=_counts(wanted, sorted({each.definition.field for each in wanted}), lambda each: each.definition.field),
        features=tuple(_having(key, wanted) for key in features),
        beyond_origin=Count("anderes Merkmal als Herkunft", tuple(beyond)),
        steerable=_counts(wanted, (*Steerable, _UNSAID), _steerable),
        secured=_counts(wanted, [each.value for each in Secured], lambda each: each.secured.value),
        district=_counts(wanted, _REACH.values(), lambda each: _REACH[each.reaches(AreaLevel.DISTRICT)]),
        small_areas=_counts(wanted, _REACH.values(), lambda each: _REACH[each.reaches(AreaLevel.BOROUGH)]),
        effort=effort(wanted),
        unanswered=tuple(found for asked in Asked if (found := _open(asked, still_open)).number),
    )


def _counts(wanted: tuple[Prospect, ...], labels: Iterable[str], kind: Callable[[Prospect], str]) -> tuple[Count, ...]:
    codes: dict[str, list[str]] = {label: [] for label in labels}
    for each in wanted:
        codes[kind(each)].append(each.selection.code)
    return tuple(Count(label, tuple(found)) for label, found in codes.items())


def _steerable(each: Prospect) -> str:
    return each.selection.steerable.value if each.selection.steerable_reason else _UNSAID


def _having(feature: str, wanted: tuple[Prospect, ...]) -> Count:
    codes = (each.selection.code for each in wanted if feature in each.definition.features)
    return Count(feature_label(feature), tuple(codes))


def _open(asked: Asked, still_open: Mapping[str, tuple[Asked, ...]]) -> Count:
    return Count(asked.value, tuple(code for code, questions in still_open.items() if asked in questions))
