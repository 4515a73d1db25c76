"""The trend of a series: when something may be said, and what."""

from decimal import Decimal
from random import Random

import pytest

from mehrklang.assessment import Movement, trend
from mehrklang.catalogue import Break, BreakKind, Direction
from mehrklang.indicators import Series
from mehrklang.vocabulary import Unit
from tests.factories.cubes import definition
from tests.factories.series import series

CENSUS = Break(2022, BreakKind.EXTRAPOLATION, "Zensus 2022", "Amt")


def _yearly(*figures: str, start: int = 2015, unit: Unit = Unit.PERCENT) -> Series:
    return series({str(start + at): figure for at, figure in enumerate(figures)}, unit=unit)


@pytest.mark.parametrize(
    ("direction", "rising", "falling"),
    [
        (Direction.HIGH_IS_GOOD, True, False),
        (Direction.LOW_IS_GOOD, False, True),
        (Direction.CONTEXT, None, None),
    ],
)
def test_a_movement_is_welcome_only_in_the_wished_direction_and_never_in_context(
    direction: Direction, rising: bool | None, falling: bool | None
) -> None:
    up = trend(definition(direction=direction), _yearly("1", "2", "3", "4", "5"))
    down = trend(definition(direction=direction), _yearly("5", "4", "3", "2", "1"))
    assert (up.movement, up.welcome) == (Movement.RISING, rising)
    assert (down.movement, down.welcome) == (Movement.FALLING, falling)


def test_noise_is_no_reliable_change_and_not_welcome_or_unwelcome() -> None:
    found = trend(definition(), _yearly("3", "1", "4", "1", "5", "2"))
    assert (found.movement, found.welcome) == (Movement.NO_RELIABLE_CHANGE, None)
    assert found.slope is not None
    assert "keine belastbare Veränderung" in found.reason


def test_fewer_than_five_points_since_the_break_say_nothing() -> None:
    values = _yearly(*"123456789", start=2017)
    found = trend(definition(breaks=(CENSUS,)), values)
    assert (found.movement, found.slope, found.points) == (Movement.NOT_ASSESSABLE, None, 4)
    assert found.reason == "Zu wenige Werte seit dem Reihenbruch 2022 (Zensus 2022): 4 von mindestens 5."
    assert (found.first_year, found.last_year) == (2022, 2025)


def test_values_before_the_break_have_no_say() -> None:
    falling_then_rising = _yearly("99", "50", "20", "1", "2", "3", "4", "5", start=2019)
    found = trend(definition(), falling_then_rising, breaks=[CENSUS])
    assert (found.movement, found.slope, found.points) == (Movement.RISING, Decimal(1), 5)
    assert "Betrachtet ab dem Reihenbruch 2022 (Zensus 2022)." in found.reason


def test_the_sentence_names_years_slope_points_and_chance() -> None:
    found = trend(definition(), _yearly("1", "2", "3", "4", "5"))
    assert found.reason == (
        "2015 bis 2019: steigend, Steigung +1,00\u00a0Prozentpunkte je Jahr "
        "(5 Werte; in 1,7 von 100 zufälligen Reihenfolgen so einheitlich)."
    )
    assert "Theil-Sen" in found.rule


def test_missing_and_suppressed_years_are_left_out_and_named() -> None:
    values = series({"2015": "1", "2016": ".", "2018": "2", "2019": "3", "2020": "4", "2021": "5", "2022": "…"})
    found = trend(definition(), values)
    assert (found.movement, found.points, found.last_year) == (Movement.RISING, 5, 2021)
    assert "Ohne Wert: 2016, 2017, 2022." in found.reason


def test_too_many_suppressed_years_forbid_a_trend() -> None:
    found = trend(definition(), _yearly("1", ".", "2", ".", "3", ".", "4", "5"))
    assert found.movement is Movement.NOT_ASSESSABLE
    assert found.reason == "Zu viele Angaben sind gesperrt oder fehlen: 3 von 8."


def test_exactly_a_third_without_a_number_is_allowed() -> None:
    assert trend(definition(), _yearly("1", ".", "2", ".", "3", ".", "4", "5", "6")).movement is Movement.RISING


def test_limited_values_are_counted_and_said() -> None:
    found = trend(definition(), _yearly("1", "(2)", "(3)", "4", "5"))
    assert found.reason.endswith("Mit eingeschränkter Aussagekraft: 2 von 5 Werten.")


def test_a_median_slope_of_zero_is_no_movement_even_if_the_order_is_rare() -> None:
    found = trend(definition(), _yearly(*"1111111222"))
    assert (found.movement, found.slope) == (Movement.NO_RELIABLE_CHANGE, 0)


@pytest.mark.parametrize(
    ("periods", "reason"),
    [
        ([], "Es liegt kein Wert vor."),
        (["2019-01", "2019-02", "2019-03", "2019-04", "2019-05"], "mehrere Werte je Jahr"),
        (["2015", "2016", "2017", "2018", "2019-12-31"], "Zeiträume der Reihe sind verschieden"),
        (["2005..2019", "2005..2020", "2005..2021", "2005..2022", "2005..2023"], "überschneiden sich"),
    ],
)
def test_the_rule_is_for_yearly_values_alone(periods: list[str], reason: str) -> None:
    found = trend(definition(), series({period: str(at) for at, period in enumerate(periods)}))
    assert found.movement is Movement.NOT_ASSESSABLE
    assert reason in found.reason


def test_june_of_every_year_is_yearly() -> None:
    found = trend(definition(), series({f"{2015 + at}-06": str(at + 1) for at in range(5)}))
    assert found.movement is Movement.RISING


def test_counts_have_a_slope_without_a_unit() -> None:
    found = trend(definition(unit=Unit.COUNT), _yearly("1000", "2200", "3400", "4600", "5800", unit=Unit.COUNT))
    assert "Steigung +1.200,0 je Jahr" in found.reason


def test_a_chance_below_one_in_a_thousand_is_not_printed_as_none() -> None:
    found = trend(definition(), _yearly(*"123456789"))
    assert "in weniger als 0,1 von 100 zufälligen Reihenfolgen" in found.reason


def test_years_that_hang_together_are_named_beside_the_trend() -> None:
    waves = trend(definition(), _yearly("10", "10", "10", "10", "13", "14", "14", "14", "14", "11", "10", "10"))
    assert "Aufeinanderfolgende Jahre weichen in dieselbe Richtung ab (Autokorrelation 0," in waves.reason
    assert waves.movement is Movement.NO_RELIABLE_CHANGE


def test_a_straight_line_and_a_zigzag_do_not_hang_together() -> None:
    for values in (_yearly(*"123456789"), _yearly("1", "5", "2", "6", "3", "7", "4", "8", "5", "9")):
        assert "Aufeinanderfolgende" not in trend(definition(), values).reason


def test_independent_years_are_seldom_said_to_hang_together() -> None:
    chance = Random(5)  # noqa: S311 — a simulation, no secret
    said = 0
    for _ in range(600):
        values = [f"{chance.gauss(50, 5):.3f}" for _ in range(12)]
        said += "Aufeinanderfolgende" in trend(definition(), _yearly(*values)).reason
    assert said / 600 < 0.1
