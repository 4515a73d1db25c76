"""What an assessment says about values that are not final, and what a revision alone has changed."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from statistics import fmean, median

import pytest

from mehrklang.assessment import Operator, Target, TargetState, assess
from mehrklang.assessment.revisions import FEWEST, reliability, revisions
from mehrklang.assessment.warning import Watched, watch
from mehrklang.assessment.words import Subject, draft
from mehrklang.indicators import Earlier, Series, as_before, with_earlier
from mehrklang.vocabulary import Figure, Finality, Unit
from tests.factories.cubes import definition
from tests.factories.series import figure, series

P, FINAL, UNSTATED = Finality.PROVISIONAL, Finality.FINAL, Finality.UNSTATED
GOAL = Target(Decimal(10), 2019, Operator.AT_LEAST, Decimal(20), 2029)


def stated(one: Series, states: Mapping[str, Finality]) -> Series:
    values = tuple(
        replace(value, lineage=replace(value.lineage, finality=states.get(value.period.key, UNSTATED)))
        for value in one.values
    )
    return replace(one, values=values)


def in_versions(now: Mapping[str, str], before: Mapping[str, str], *, unit: Unit = Unit.PERCENT) -> Series:
    """A final series with the provisional one that it replaced."""
    final = stated(series(now, unit=unit), dict.fromkeys(now, FINAL))
    former = stated(series({**now, **before}, unit=unit), dict.fromkeys(now, FINAL) | dict.fromkeys(before, P))
    return with_earlier([final], [former])[0]


def test_a_provisional_newest_value_is_said_and_assessed_all_the_same() -> None:
    one = stated(series({"2019": "10", "2020": "12"}), {"2020": P})
    found = assess(definition(), one, target=GOAL)
    assert found.state is TargetState.ON_COURSE
    assert found.versions == ("Der Wert für 2020 ist vorläufig; das endgültige Ergebnis kann abweichen.",)


def test_a_state_that_only_the_revision_changed_is_said_with_the_former_one() -> None:
    """Provisional 12 was on the path of 11 in 2020; the final 10.2 is not."""
    one = in_versions({"2019": "10", "2020": "10.2"}, {"2020": "12"})
    found = assess(definition(), one, target=GOAL)
    assert found.state is TargetState.FAR_OFF_COURSE
    assert found.versions == (
        "Der Wert für 2020 ist berichtigt: vorher 12,0\xa0% (vorläufig).",
        "Der Stand zum Ziel hat sich allein durch berichtigte Werte geändert: vorher „auf Kurs“.",
    )


def test_a_trend_that_only_the_revision_changed_is_said() -> None:
    rising = {str(2012 + at): str(10 + at) for at in range(8)}
    one = in_versions({**rising, "2018": "5", "2019": "4"}, {"2018": "16", "2019": "17"})
    told = assess(definition(), one, target=None).versions
    assert told[-1] == "Die Entwicklung wird allein durch berichtigte Werte anders beurteilt: vorher „steigend“."


def test_a_confirmed_value_is_no_revision() -> None:
    one = in_versions({"2019": "10", "2020": "12"}, {"2020": "12"})
    assert one.values[1].before == Earlier(figure("12"), P)
    assert not one.values[1].changed
    assert assess(definition(), one, target=GOAL).versions == ()


def test_the_series_of_before_is_the_one_that_was_delivered() -> None:
    one = in_versions({"2019": "10", "2020": "12"}, {"2020": "14"})
    assert [value.figure for value in as_before(one).values] == [figure("10"), figure("14")]
    assert as_before(one).values[1].finality is P


def test_signals_and_drafts_say_that_the_value_is_provisional() -> None:
    steady = {str(2010 + at): text for at, text in enumerate(["10", "10.1", "9.9", "10", "10.1", "9.9", "10", "40"])}
    one = stated(series(steady), {"2017": P})
    (signal,) = watch([Watched(definition(), one)])
    assert signal.evidence.endswith("Der Wert ist vorläufig.")
    told = draft(Subject(definition(), "alle", "Goslar"), assess(definition(), one, target=None)).text
    assert "Er ist vorläufig; das endgültige Ergebnis kann abweichen." in told


@pytest.mark.parametrize("unit", [Unit.PERCENT, Unit.COUNT])
def test_the_reliability_is_that_of_a_slow_computation(unit: Unit) -> None:
    """Counts in per cent of the provisional value; confirmed values count with zero."""
    before = {"2015": "100", "2016": "110", "2017": "95", "2018": "80", "2019": "120", "2020": "200"}
    now = {"2014": "90", "2015": "104", "2016": "110", "2017": "94", "2018": "84", "2019": "114", "2020": "201"}
    found = reliability(revisions([in_versions(now, before, unit=unit)]))
    sizes = [float(now[year]) - float(old) for year, old in before.items()]
    if unit is Unit.COUNT:
        sizes = [100 * size / float(before[year]) for size, year in zip(sizes, before, strict=True)]
    assert found is not None
    assert found.closed == len(before)
    assert float(found.median) == pytest.approx(median(map(abs, sizes)))
    assert float(found.greatest) == pytest.approx(max(map(abs, sizes)))
    assert float(found.mean) == pytest.approx(fmean(sizes))
    assert found.unit is (Unit.PERCENT_CHANGE if unit is Unit.COUNT else Unit.PERCENTAGE_POINTS)


def test_too_few_closed_values_say_nothing_about_reliability() -> None:
    before = {str(2015 + at): "10" for at in range(FEWEST - 1)}
    assert reliability(revisions([in_versions(dict.fromkeys(before, "11"), before)])) is None


def test_a_number_that_was_withheld_before_has_no_size() -> None:
    one = with_earlier([stated(series({"2020": "12"}), {"2020": FINAL})], [series({"2020": "."})])[0]
    (found,) = revisions([one])
    assert found.size is None
    assert one.values[0].before is not None
    assert one.values[0].before.figure == Figure.withheld(one.values[0].before.figure.reason)  # type: ignore[arg-type] # it has one
