"""Which series give a signal, of which kind, and with which words."""

from dataclasses import replace
from decimal import Decimal

from mehrklang.assessment import Operator, Target
from mehrklang.assessment.warning import Limit, Signal, SignalKind, Watched, survey, watch
from mehrklang.assessment.warning.watch import overlapping
from mehrklang.catalogue import Break, BreakKind, Derivation, Direction, IndicatorDefinition, IndicatorKind
from mehrklang.indicators import Series, compute
from mehrklang.vocabulary import Unit
from tests.factories.cubes import GOSLAR, binding, cube, definition, key
from tests.factories.series import series

CALM = (200, 205, 198, 203, 199, 201, 202)


def _shares(*cases: int, base: int = 1000, start: int = 2015) -> Series:
    cells = {}
    for at, number in enumerate(cases):
        cells[key("a", str(start + at))] = number
        cells[key("b", str(start + at))] = base
    (found,) = compute(definition(), binding("a", "b"), {"amt": cube(cells)}, area=GOSLAR)
    return found


def _signals(*watched: Series, about: IndicatorDefinition | None = None, target: Target | None = None) -> list[Signal]:
    return list(watch([Watched(about or definition(), each, target) for each in watched]))


def test_a_quiet_series_gives_no_signal() -> None:
    assert _signals(_shares(*CALM, 204)) == []


def test_a_jump_is_a_level_shift_with_what_was_expected() -> None:
    (found,) = _signals(_shares(*CALM, 290))
    assert (found.kind, found.year, found.area) == (SignalKind.LEVEL_SHIFT, 2022, GOSLAR)
    assert found.expected is not None
    assert found.expected.lower < 20 < found.expected.upper < 29
    assert "29,0\u00a0%; nach den früheren Werten (2015 bis 2021) war" in found.evidence


def test_an_absurd_jump_is_first_of_all_a_question_to_the_data() -> None:
    (found,) = _signals(_shares(*CALM, 203, 199, 201, 200, 202, 198, 900))
    assert found.kind is SignalKind.DATA_SUSPECT
    assert "zuerst die Lieferung prüfen" in found.evidence


def test_the_same_jump_is_told_in_few_series_and_not_in_thousands() -> None:
    jump, calm = _shares(*CALM, 262), _shares(*CALM, 204)
    assert len(_signals(jump)) == 1
    assert _signals(jump, *[calm] * 3000) == []


def test_a_break_hides_what_came_before() -> None:
    cut = definition(breaks=(Break(2022, BreakKind.DEFINITION, "neu", "Amt"),))
    assert _signals(_shares(*CALM, 500), about=cut) == []


def test_a_newest_value_without_a_number_gives_no_signal_about_an_older_one() -> None:
    hidden = series({str(2012 + at): text for at, text in enumerate(["5", "5.1", "4.9", "5", "5.1", "9", "."])})
    assert _signals(hidden) == []


def test_slow_changes_add_up_to_a_drift() -> None:
    """With few persons no single year is conspicuous."""
    (found,) = _signals(_shares(*(20, 21, 19, 20, 20, 20, 27, 29, 31), base=60))
    assert found.kind is SignalKind.DRIFT
    assert "nach oben" in found.evidence


def test_a_drift_is_told_once_and_not_every_year_again() -> None:
    assert _signals(_shares(*(20, 21, 19, 20, 20, 24, 25, 26), base=60)) == []


def test_the_expectation_stays_where_the_unit_allows_it() -> None:
    """A published share that scatters widely: no limit below 0 or above 100 per cent is told."""
    wide = series({str(2015 + at): text for at, text in enumerate(["2", "9", "3", "8", "4", "70"])})
    (found,) = _signals(wide)
    assert found.expected is not None
    assert found.expected.lower == 0


def test_a_gap_that_moves_away_from_zero_widens() -> None:
    gap = definition(IndicatorKind.GAP, Unit.PERCENTAGE_POINTS)
    figures = ["8", "8.2", "7.9", "8.1", "8", "12"]
    rising = series({str(2015 + at): text for at, text in enumerate(figures)}, unit=Unit.PERCENTAGE_POINTS)
    assert [each.kind for each in _signals(rising, about=gap)] == [SignalKind.GAP_WIDENING]
    narrowing = replace(
        rising, values=(*rising.values[:-1], replace(rising.values[-1], figure=rising.values[0].figure))
    )
    assert _signals(narrowing, about=gap) == []


def test_thresholds_and_paths_are_told_when_they_are_newly_crossed() -> None:
    target = Target(Decimal(8), 2020, Operator.AT_LEAST, Decimal(12), 2030, warn=Decimal(7), act=Decimal(5))
    about = definition(direction=Direction.HIGH_IS_GOOD)
    crossed = _signals(series({"2020": "8", "2021": "8.5", "2022": "6.5"}), about=about, target=target)
    assert [each.kind for each in crossed] == [SignalKind.THRESHOLD_CROSSED, SignalKind.TARGET_PATH_LEFT]
    assert "Warnschwelle (7,0\u00a0%) ist unterschritten" in crossed[0].evidence
    assert "der Zielpfad sieht 8,8\u00a0% vor" in crossed[1].evidence
    still = _signals(series({"2020": "8", "2021": "6.6", "2022": "6.5"}), about=about, target=target)
    assert still == []
    context = definition(direction=Direction.CONTEXT)
    assert _signals(series({"2020": "8", "2021": "8.5", "2022": "6.5"}), about=context, target=target) == []


def test_a_series_calmer_than_its_counts_can_be_drifts_only_if_the_counts_say_so() -> None:
    """Of a stock mostly the same persons are counted every year: 20 or 21 of 60 is no measure of chance."""
    assert _signals(_shares(*(20, 21, 19, 20, 20, 24, 25), base=60)) == []


def test_values_with_years_in_common_do_not_drift() -> None:
    """A change over five years, told every year, hangs together by construction."""
    texts = {str(2012 + at): f"{number}" for at, number in enumerate([1, 1.1, 0.9, 1, 1.1, 1.4, 1.6, 1.8, 2])}
    over = Derivation("a", "b", years=5)
    assert overlapping(definition(derivation=over))
    assert _signals(series(texts), about=definition(derivation=over)) == []


def test_a_share_of_false_signals_tells_more_where_much_has_changed() -> None:
    """Forty of a hundred series jump a little: one alarm in all is too strict for any, one in ten tells them."""
    jump, calm = _shares(*CALM, 254), _shares(*CALM, 204)
    edition = [Watched(definition(), each) for each in [*[jump] * 40, *[calm] * 60]]
    assert watch(edition) == ()
    found = survey(edition, limit=Limit(false_share=Decimal("0.1")))
    assert len(found.signals) == 40
    assert found.judged == 100
    assert "10 ohne Anlass" in found.limit.sentence


def test_a_share_of_false_signals_tells_nothing_where_nothing_has_changed() -> None:
    quiet = [Watched(definition(), _shares(*CALM, 204))] * 50
    found = survey(quiet, limit=Limit(false_share=Decimal("0.1")))
    assert (found.signals, found.rare) == ((), 0)


def test_a_survey_says_up_to_which_chance_it_tells() -> None:
    found = survey([Watched(definition(), _shares(*CALM, 204))] * 50)
    assert (found.judged, found.rare) == (50, Decimal("0.01"))
    assert survey([Watched(definition(), _shares(*CALM))] * 500, limit=Limit(Decimal(4))).rare == Decimal("0.004")


def test_a_missed_target_is_told_every_year_and_a_reached_one_never() -> None:
    about = definition(direction=Direction.HIGH_IS_GOOD)
    target = Target(Decimal(8), 2020, Operator.AT_LEAST, Decimal(12), 2022)
    for last in ("2022", "2024"):
        (missed,) = _signals(series({"2020": "8", last: "11.5"}), about=about, target=target)
        assert (missed.kind, missed.year) == (SignalKind.TARGET_MISSED, int(last))
        assert "11,5\u00a0%; vereinbart war bis 2022: ≥ 12,0\u00a0%" in missed.evidence
    assert _signals(series({"2020": "8", "2022": "12"}), about=about, target=target) == []
    assert _signals(series({"2019": "8", "2021": "9.9"}), about=about, target=target) == []


def test_a_target_is_not_missed_across_a_break() -> None:
    about = definition(direction=Direction.HIGH_IS_GOOD, breaks=(Break(2021, BreakKind.LAW, "neues Recht", "Amt"),))
    target = Target(Decimal(8), 2020, Operator.AT_LEAST, Decimal(12), 2022)
    assert _signals(series({"2020": "8", "2022": "9"}), about=about, target=target) == []
