"""State, reason and doubts of an assessment."""

from dataclasses import replace
from decimal import Decimal

import pytest

from mehrklang.assessment import Operator, Target, TargetState, assess
from mehrklang.catalogue import Break, BreakKind, Direction
from tests.factories.cubes import definition
from tests.factories.series import series

HIGH = Target(Decimal(8), 2020, Operator.AT_LEAST, Decimal(12), 2030)
LOW = Target(Decimal(12), 2020, Operator.AT_MOST, Decimal(8), 2030)
BREAK = Break(2022, BreakKind.EXTRAPOLATION, "Zensus 2022", "Amt")


@pytest.mark.parametrize(
    ("target", "direction", "number", "state"),
    [
        (HIGH, Direction.HIGH_IS_GOOD, "12", TargetState.REACHED),
        (HIGH, Direction.HIGH_IS_GOOD, "10", TargetState.ON_COURSE),
        (HIGH, Direction.HIGH_IS_GOOD, "9.999", TargetState.OFF_COURSE),
        (HIGH, Direction.HIGH_IS_GOOD, "9", TargetState.OFF_COURSE),
        (HIGH, Direction.HIGH_IS_GOOD, "8.999", TargetState.FAR_OFF_COURSE),
        (HIGH, Direction.HIGH_IS_GOOD, "7", TargetState.FAR_OFF_COURSE),
        (LOW, Direction.LOW_IS_GOOD, "8", TargetState.REACHED),
        (LOW, Direction.LOW_IS_GOOD, "10", TargetState.ON_COURSE),
        (LOW, Direction.LOW_IS_GOOD, "10.5", TargetState.OFF_COURSE),
        (LOW, Direction.LOW_IS_GOOD, "11.5", TargetState.FAR_OFF_COURSE),
        (replace(HIGH, act=Decimal(7)), Direction.HIGH_IS_GOOD, "7", TargetState.OFF_COURSE),
        (replace(HIGH, act=Decimal(7)), Direction.HIGH_IS_GOOD, "6.9", TargetState.FAR_OFF_COURSE),
        (replace(HIGH, warn=Decimal(11)), Direction.HIGH_IS_GOOD, "7", TargetState.FAR_OFF_COURSE),
    ],
)
def test_half_way_through_the_path(target: Target, direction: Direction, number: str, state: TargetState) -> None:
    figures = {"2020": str(target.base_value), "2025": number}
    found = assess(definition(direction=direction), series(figures), target=target)
    assert (found.state, found.path_value, found.warnings) == (state, 10, ())


def test_the_reason_has_the_numbers_of_the_rule() -> None:
    found = assess(definition(), series({"2020": "8", "2025": "(9.2)"}), target=HIGH)
    assert found.reason == (
        "2025: 9,2\u00a0% (Aussagewert eingeschränkt); Ziel: ≥ 12,0\u00a0% bis 2030. "
        "Der Zielpfad sieht für 2025 10,0\u00a0% vor. "
        "Vom Ausgangswert 8,0\u00a0% (2020) aus sind 60,0\u00a0% des bis 2025 vorgesehenen Weges gegangen."
    )


def test_going_the_wrong_way_is_said_in_words() -> None:
    found = assess(definition(), series({"2020": "8", "2025": "7"}), target=HIGH)
    assert "Seit dem Ausgangswert 8,0\u00a0% (2020) hat sich der Wert vom Ziel entfernt." in found.reason


@pytest.mark.parametrize(
    ("number", "state"),
    [("11", TargetState.OFF_COURSE), ("9", TargetState.FAR_OFF_COURSE), ("13", TargetState.REACHED)],
)
@pytest.mark.parametrize("year", ["2030", "2032"])
def test_after_the_target_year_the_target_itself_counts_and_a_reason_is_asked_for(
    year: str, number: str, state: TargetState
) -> None:
    found = assess(definition(), series({year: number}), target=HIGH)
    assert (found.state, found.path_value) == (state, 12)
    assert ("Zieljahr verstrichen" in found.reason) == (state is not TargetState.REACHED)
    assert "bis 2032" not in found.reason


@pytest.mark.parametrize(
    ("changes", "figures", "target", "reason"),
    [
        ({"direction": Direction.CONTEXT}, {"2025": "13"}, HIGH, "Kontextindikator"),
        ({}, {"2025": "13"}, None, "kein Ziel vereinbart"),
        ({}, {}, HIGH, "Es liegt kein Wert vor"),
        ({}, {"2025": "."}, HIGH, "Es liegt kein Wert vor"),
        ({}, {"2024": "13", "2025": "."}, HIGH, "Gesperrt zum Schutz"),
        ({}, {"2024": "13", "2025": "zu klein"}, HIGH, "Bezugsgröße ist zu klein"),
        ({}, {"2024": "13", "2025": "/"}, HIGH, "nicht sicher genug"),
        ({}, {"2019": "13"}, HIGH, "vor dem Basisjahr 2020"),
        ({}, {"2020": "8"}, HIGH, "Seit dem Basisjahr liegt noch kein weiterer Wert vor"),
        ({"breaks": (BREAK,)}, {"2020": "8", "2025": "13"}, HIGH, "Reihenbruch 2022"),
    ],
)
def test_what_cannot_be_assessed_says_why(
    changes: dict[str, object], figures: dict[str, str], target: Target | None, reason: str
) -> None:
    found = assess(definition(**changes), series(figures), target=target)
    assert found.state is TargetState.NOT_ASSESSABLE
    assert reason in found.reason


def test_a_value_that_comes_later_does_not_hide_the_latest_one() -> None:
    found = assess(definition(), series({"2024": "13", "2025": "…"}), target=HIGH)
    assert found.state is TargetState.REACHED
    assert found.latest is not None
    assert found.latest.period.key == "2024"


def test_breaks_outside_of_base_year_and_latest_value_do_not_matter() -> None:
    before, after = (replace(BREAK, first_year=year) for year in (2020, 2026))
    found = assess(definition(breaks=(before,)), series({"2025": "13"}), target=HIGH, breaks=[after])
    assert found.state is TargetState.REACHED


def test_breaks_of_the_municipality_count_like_those_of_the_definition() -> None:
    found = assess(definition(), series({"2020": "8", "2025": "13"}), target=HIGH, breaks=[BREAK])
    assert found.state is TargetState.NOT_ASSESSABLE
    assert found.breaks == (BREAK,)


def test_the_target_may_be_met_in_the_base_year() -> None:
    assert assess(definition(), series({"2020": "13"}), target=HIGH).state is TargetState.REACHED


def test_thresholds_are_told_only_where_value_and_target_can_be_compared() -> None:
    target = replace(HIGH, warn=Decimal(9))
    told = assess(definition(), series({"2020": "8"}), target=target)
    broken = assess(definition(breaks=(BREAK,)), series({"2025": "8"}), target=target)
    assert told.threshold.startswith("Die Warnschwelle")
    assert broken.threshold == ""
    assert assess(definition(), series({"2020": "8"}), target=None).threshold == ""


@pytest.mark.parametrize(
    ("direction", "target", "doubt"),
    [
        (Direction.CONTEXT, HIGH, "Kontext"),
        (Direction.LOW_IS_GOOD, HIGH, "widerspricht der Richtung: Erwünscht sind niedrige Werte"),
        (Direction.HIGH_IS_GOOD, LOW, "widerspricht der Richtung: Erwünscht sind hohe Werte"),
        (Direction.HIGH_IS_GOOD, replace(HIGH, base_value=Decimal(12)), "erfüllt das Ziel bereits"),
        (Direction.HIGH_IS_GOOD, replace(HIGH, warn=Decimal(5), act=Decimal(6)), "besseren Seite der Warnschwelle"),
        (Direction.LOW_IS_GOOD, replace(LOW, warn=Decimal(15), act=Decimal(14)), "besseren Seite der Warnschwelle"),
        (Direction.HIGH_IS_GOOD, replace(HIGH, base_value=Decimal("8.2")), "weicht vom Wert der Reihe für 2020 ab"),
    ],
)
def test_doubts_about_a_target_are_said(direction: Direction, target: Target, doubt: str) -> None:
    found = assess(definition(direction=direction), series({"2020": "8.14", "2025": "9"}), target=target)
    assert any(doubt in warning for warning in found.warnings), found.warnings


def test_a_sound_target_raises_no_doubt() -> None:
    target = replace(HIGH, base_value=Decimal("8.1"), warn=Decimal(7), act=Decimal(5))
    assert assess(definition(), series({"2020": "8.14", "2025": "9"}), target=target).warnings == ()
