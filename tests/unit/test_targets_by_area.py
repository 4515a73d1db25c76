"""Several targets of one indicator: by area and by group, in steps, each signed by itself."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from mehrklang.assessment import Operator, PathKind, Step, Target, TargetState
from mehrklang.assessment.warning import SignalKind
from mehrklang.catalogue import Direction, Perspective
from mehrklang.package import FurtherTarget, Monitoring, read_folder
from mehrklang.pipeline import Evaluation, Result, evaluate
from mehrklang.pipeline.signals import signals
from mehrklang.vocabulary import Area, AreaLevel
from tests.factories.kinds import every_kind

OFFICES = ("Koordination", "Statistik")
IN_STEPS = Target(
    Decimal(7), 2019, Operator.AT_MOST, Decimal(4), 2027, path=PathKind.STEPS, steps=(Step(2021, Decimal(6)),)
)
LINEAR = Target(Decimal(7), 2019, Operator.AT_MOST, Decimal(20), 2020)


def test_only_the_area_whose_own_target_was_missed_has_a_signal(tmp_path: Path) -> None:
    missed = replace(LINEAR, value=Decimal("0.1"))
    further = (FurtherTarget(missed, area="x:2", signed_by=OFFICES), FurtherTarget(missed, area="x:3"))
    found = [each for each in signals(_evaluation(tmp_path, *further)) if each.indicator == "probe-anteil"]
    assert [each.area for each in found if each.kind is SignalKind.TARGET_MISSED] == ["x:2"]


def _result(tmp_path: Path, *further: FurtherTarget) -> Result:
    return _evaluation(tmp_path, *further).results["probe-anteil"]


def _evaluation(tmp_path: Path, *further: FurtherTarget) -> Evaluation:
    """The share of the register, wished low, with these targets; the quarters are parts of the monitoring."""
    monitoring = read_folder(every_kind(tmp_path / "monitoring")).monitoring
    assert monitoring is not None
    return evaluate(_with_targets(monitoring, *further), store=tmp_path / "store")


def _with_targets(monitoring: Monitoring, *further: FurtherTarget) -> Monitoring:
    chosen = tuple(
        replace(each, further_targets=further) if each.code == "probe-anteil" else each for each in monitoring.selection
    )
    assessed = tuple(
        replace(own, direction=Direction.LOW_IS_GOOD, perspective=Perspective.DEFICIT)
        if own.code == "probe-anteil"
        else own
        for own in monitoring.own_indicators
    )
    quarters = tuple(Area(f"x:{at}", f"Viertel {at}", AreaLevel.QUARTER, "03153") for at in (1, 2, 3))
    return replace(monitoring, selection=chosen, own_indicators=assessed, areas=quarters)


def test_a_target_of_a_group_is_held_against_its_own_steps(tmp_path: Path) -> None:
    result = _result(tmp_path, FurtherTarget(IN_STEPS, group="insgesamt", signed_by=OFFICES))
    found = result.assessments["insgesamt"]
    assert found.target == IN_STEPS
    assert found.path_value == 6  # the step of 2021 is due
    assert found.state in (TargetState.OFF_COURSE, TargetState.FAR_OFF_COURSE)
    assert result.assessments["auslaendisch"].target is None


def test_a_target_of_an_area_is_assessed_beside_the_main_area(tmp_path: Path) -> None:
    result = _result(tmp_path, FurtherTarget(LINEAR, area="x:2", signed_by=OFFICES))
    (found,) = result.assessed_parts
    assert (found.area, found.group, found.assessment.state) == ("x:2", "auslaendisch", TargetState.REACHED)
    assert result.assessment(area="x:2", group="auslaendisch", main="03153") is found.assessment
    assert result.assessment(area="x:1", group="auslaendisch", main="03153") is None


def test_a_target_that_only_one_office_signed_is_proposed(tmp_path: Path) -> None:
    result = _result(tmp_path, FurtherTarget(LINEAR, area="x:2", signed_by=OFFICES[:1]))
    (found,) = result.assessed_parts
    assert found.assessment.target is None
    assert found.assessment.state is TargetState.NOT_ASSESSABLE
    assert any("Vorgeschlagener Zielwert" in each for each in found.assessment.warnings)
