"""What producers' printed shares tell of suppressed counts: held against an attacker who knows their rounding."""

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import HealthCheck, assume, event, given, settings
from hypothesis import strategies as st

from mehrklang.cubes import CellKey
from mehrklang.cubes.raw import RawCube, Relation
from mehrklang.disclosure import Circumstances, DisclosureError, Sheet, shield_together
from mehrklang.disclosure.rates import half_unit, numerators, rates_of
from mehrklang.vocabulary import Breakdown, Figure, Material, Period, Unit
from tests.factories.margins import cell, rules
from tests.unit.disclosure.limits import Knowledge, limits

AREAS = ("1", "2", "3", "4")
YEAR = Period.parse("2024")


def count(area: str, measure: str = "Einwohner", **where: str) -> CellKey:
    return CellKey(measure, Unit.COUNT, area, YEAR, Breakdown.of(where))


def share(area: str) -> CellKey:
    return CellKey("Anteil", Unit.PERCENT, area, YEAR)


def printed(part: int, whole: int, decimals: int = 1) -> Decimal:
    """A share as statistics offices print it."""
    return (Decimal(100 * part) / whole).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def town(rows: Mapping[str, tuple[int, int]], hidden: str = "") -> RawCube:
    """Germans and others by area with all sums; the category `hidden` completes them and is not asked for."""
    names = ("deutsch", "andere")
    counts = {area: dict(zip(names, row, strict=True)) for area, row in rows.items()}
    counts["s"] = {name: sum(row[name] for row in counts.values()) for name in names}
    cells, relations = {}, []
    for area, row in counts.items():
        parts = tuple(count(area, Nation=name) for name in names)
        cells |= {
            count(area): cell(sum(row.values())),
            **{part: cell(row[part.breakdown.get("Nation")]) for part in parts},
        }
        relations.append(Relation(count(area), parts))
    wheres: tuple[dict[str, str], ...] = ({}, {"Nation": "deutsch"}, {"Nation": "andere"})
    relations += [Relation(count("s", **where), tuple(count(area, **where) for area in rows)) for where in wheres]
    unasked = frozenset(key for key in cells if key.breakdown.get("Nation") == hidden) if hidden else frozenset()
    return RawCube(cells, tuple(relations), unasked)


def published(shares: Mapping[CellKey, Decimal]) -> RawCube:
    return RawCube({key: cell(Figure.of(number), Material.PUBLISHED) for key, number in shares.items()})


def refused(sheets: list[Sheet]) -> DisclosureError | None:
    try:
        shield_together(sheets)
    except DisclosureError as error:
        return error
    return None


class TestRefused:
    """The share is left out, and both are named without a number."""

    ROWS = {"1": (85, 2), "2": (400, 90), "3": (310, 120), "4": (95, 33)}  # noqa: RUF012 — read only

    def shares(self, decimals: int = 1) -> RawCube:
        return published({share(area): printed(b, a + b, decimals) for area, (a, b) in self.ROWS.items()})

    def test_a_share_with_a_known_denominator_pins_the_numerator(self) -> None:
        important = frozenset(count(area) for area in self.ROWS)
        own = Sheet("amt", town(self.ROWS, hidden="deutsch"), rules(), Circumstances(important=important))
        error = refused([own, Sheet("land", self.shares(), rules(0))])
        assert error is not None
        assert {issue.code for issue in error.issues} == {"B-SCHUTZ-08"}
        assert error.columns == {("land", share("1"))}

    def test_a_coarse_share_of_many_persons_leaves_enough_open(self) -> None:
        rows = {area: (100 * a, b) for area, (a, b) in self.ROWS.items()}
        coarse = published({share(area): printed(b, a + b, 0) for area, (a, b) in rows.items()})
        own = Sheet("amt", town(rows), rules())
        assert refused([own, Sheet("land", coarse, rules(0))]) is None

    def test_a_share_pins_a_small_denominator_beside_a_known_numerator(self) -> None:
        """Of those without a job (known elsewhere in full) two in three are young: three old and young together."""
        rows = {"1": (3, 2), "2": (400, 90), "3": (310, 120), "4": (95, 33)}
        part = {area: max(a, 4) // 2 + 7 for area, (a, _) in rows.items()}
        cells = {count(area, "Kurse"): cell(n) for area, n in part.items()}
        per = published({share(area): printed(part[area], sum(row)) for area, row in rows.items()})
        totals = town(rows)
        only = {key: each for key, each in totals.cells.items() if not key.breakdown.pairs}
        own = RawCube(only, tuple(one for one in totals.relations if set(one.members) <= only.keys()))
        sheets = [Sheet("amt", own, rules(6)), Sheet("vhs", RawCube(cells), rules()), Sheet("land", per, rules(0))]
        error = refused(sheets)
        assert error is not None
        assert {issue.code for issue in error.issues} == {"B-SCHUTZ-08"}
        assert "Einwohner" in error.issues[0].message

    def test_what_nobody_suppresses_may_stand_beside_its_share(self) -> None:
        rows = {area: (a, b + 20) for area, (a, b) in self.ROWS.items()}
        shares = published({share(area): printed(b, a + b) for area, (a, b) in rows.items()})
        assert refused([Sheet("amt", town(rows), rules()), Sheet("land", shares, rules(0))]) is None


ROWS = st.fixed_dictionaries(
    {"1": st.tuples(st.integers(1, 60) | st.integers(400, 4000), st.integers(1, 4))}
    | {"2": st.tuples(st.integers(40, 4000), st.integers(0, 9))}
    | {area: st.tuples(st.integers(2000, 9000), st.integers(40, 200)) for area in ("3", "4")}
)


@pytest.mark.parametrize("base", ["total", "sum of suppressed"])
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(rows=ROWS, minimum=st.sampled_from((3, 5)), width=st.sampled_from((1, 2)), decimals=st.integers(0, 1))
def test_whoever_reads_the_shares_leaves_every_small_count_open(
    base: str, rows: dict[str, tuple[int, int]], minimum: int, width: int, decimals: int
) -> None:
    """The attacker who adds (r − h) · N ≤ 100 · n ≤ (r + h) · N to the sums; the denominator is the total, or the total
    is told by nobody and is the sum of two counts of which some are suppressed.
    """
    raw = town(rows)
    if base != "total":
        kept = {key: each for key, each in raw.cells.items() if key.breakdown.pairs}
        raw = RawCube(kept, tuple(one for one in raw.relations if set(one.members) <= kept.keys()))
    shares = {share(area): printed(b, a + b, decimals) for area, (a, b) in rows.items()}
    of = rules(minimum, protection_width=width)
    try:
        out = shield_together([Sheet("amt", raw, of), Sheet("land", published(shares), rules(0))])
    except DisclosureError as error:
        event(error.issues[0].code)
        assert {issue.code for issue in error.issues} <= {"B-SCHUTZ-05", "B-SCHUTZ-08"}  # noqa: PT017 — nothing is sealed
        return
    shown = {key: int(n) for key in out[0].cube if (n := out[0].cube.cell(key).figure.number) is not None}
    full = town(rows)
    truth = {key: int(each.figure.number or 0) for key, each in full.cells.items()}
    equations = [{one.total: -1, **dict.fromkeys(one.parts, 1)} for one in full.relations]
    least = {key: int(number > 0) for key, number in truth.items()}
    for area in rows:
        rate = shares[share(area)]
        tenth = 10 ** (decimals + 1)
        for side, sign in ((-half_unit(rate), 1), (half_unit(rate), -1)):  # surplus = ±(100·n − (r ± h)·N) ≥ 0
            surplus = f"{area} {sign}"
            factors = {
                count(area, Nation="andere"): sign * 100 * tenth,
                count(area): -sign * int((rate + side) * tenth),
            }
            equations.append({**factors, surplus: -1})
            least[surplus] = 0
    small = [key for key in raw.cells if 0 < truth[key] < minimum]
    event(f"{len(small)} small, all shown: {not small}")
    assume(small)
    for key, (low, high) in limits(Knowledge(equations, shown, least), small, most=10**7).items():
        assert high - low >= width, key


def test_the_numerators_of_a_share_are_those_that_round_to_it() -> None:
    for whole in (7, 87, 400):
        for part in range(whole + 1):
            rate = printed(part, whole)
            least, greatest = numerators(rate, Decimal(whole))
            fitting = [n for n in range(whole + 1) if abs(Decimal(100 * n) / whole - rate) <= half_unit(rate)]
            assert (least, greatest) == (min(fitting), max(fitting))


def test_a_lost_zero_does_not_make_a_share_coarser() -> None:
    """2 among 2.3 and 4.1 was printed 2.0."""
    raw = published({share("1"): Decimal(2), share("2"): Decimal("2.3"), share("3"): Decimal("4.1")})
    (shares,) = rates_of([raw]).values()
    assert {half_unit(each) for each in shares.values()} == {Decimal("0.05")}
