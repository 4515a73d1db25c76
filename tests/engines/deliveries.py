"""Small deliveries as Hypothesis makes them: trees of areas, missing features, signs, odd names, duplicates."""

from dataclasses import dataclass
from decimal import Decimal

from hypothesis import strategies as st

from mehrklang.store import Question, Request
from mehrklang.vocabulary import Breakdown, Figure, Material, Observation, Reason, Sign, Unit
from tests.factories.observations import TOWN, observation

FEATURES = ("ALTER", "Alter", "Größe'", 'Staat "neu"')
CATEGORIES = ("", "weiblich", "männlich\n(m)", 'O\'Hara, "x"', "\\N")
AREAS = tuple(area.key for area in TOWN)
MEASURES = ("1-2-1", 'Zu- und "Fortzüge"')

NUMBERS = (
    st.integers(-50, 999)
    | st.decimals(Decimal(-(10**15)), Decimal(10**15), allow_nan=False, allow_infinity=False, places=20)
    | st.sampled_from([Decimal("1E-6"), Decimal("1E+3"), Decimal("0.10")])
)
SIGNS = st.sampled_from([
    Figure.nothing(),
    Figure.limited(7),
    Figure.withheld(Reason.SOURCE_SECRET),
    Figure.signed(Sign.UNRELIABLE, Reason.SOURCE_UNRELIABLE),
    Figure.signed(Sign.NEGLIGIBLE, Reason.BELOW_HALF_UNIT),
    Figure.signed(Sign.BLOCKED, Reason.SOURCE_NOT_MEANINGFUL),
])  # fmt: skip
FIGURES = NUMBERS.map(Figure.of) | NUMBERS.map(Figure.of) | SIGNS


@dataclass(frozen=True)
class Case:
    """Deliveries and a question to them, not yet with their keys."""

    deliveries: tuple[tuple[Observation, ...], ...]
    requests: tuple[Request, ...]
    areas: tuple[str, ...] | None

    def question(self, keys: tuple[str, ...]) -> Question:
        """The question with the keys of the deliveries."""
        return Question(keys, self.requests, self.areas, TOWN)


@st.composite
def rows(draw: st.DrawFn, period: str) -> tuple[Observation, ...]:
    """A delivery: mostly one set of features per measure, sometimes a stray row."""
    found = []
    for measure in MEASURES:
        material = draw(st.sampled_from([*Material, Material.ADDITIVE]))
        features = draw(st.lists(st.sampled_from(FEATURES), max_size=2, unique=True))
        lines = draw(st.lists(st.tuples(st.sampled_from(AREAS), FIGURES, st.data()), max_size=6))
        for area, figure, data in lines:
            by = {feature: data.draw(st.sampled_from(CATEGORIES[:3])) for feature in features}
            found.append(observation(figure, measure=measure, area=area, by=by, period=period, material=material))
    if found and draw(st.integers(0, 3)) == 0:
        found.append(draw(st.sampled_from(found)))
    if draw(st.integers(0, 3)) == 0:
        by = draw(st.dictionaries(st.sampled_from(FEATURES), st.sampled_from(CATEGORIES), max_size=2))
        area, figure = draw(st.sampled_from(AREAS)), draw(FIGURES)
        found.append(observation(figure, measure=MEASURES[0], area=area, by=by, period=period))
    return tuple(found)


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """One or two deliveries, usually of different years, and a question that meets them."""
    periods = draw(st.sampled_from([("2024",), ("2023", "2024"), ("2023", "2024"), ("2024", "2024")]))
    deliveries = tuple(draw(rows(period)) for period in periods)
    delivered = [o.breakdown.pairs for delivery in deliveries for o in delivery]
    known = st.sampled_from(delivered) if delivered else st.just(())
    where = known.flatmap(lambda pairs: st.lists(st.sampled_from(pairs), unique=True) if pairs else st.just([]))
    requests = st.builds(Request, st.sampled_from(MEASURES), st.just(Unit.COUNT), where.map(Breakdown.of))
    areas = st.none() | st.lists(st.sampled_from([*AREAS, "unbekannt"]), unique=True).map(tuple)
    return Case(deliveries, tuple(draw(st.lists(requests, min_size=1, max_size=4))), draw(areas))
