"""What a monitoring refuses to compare, and which signals it gives: over a whole evaluation."""

from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from mehrklang.catalogue import Break, BreakKind, FeatureDefinition, load
from mehrklang.pipeline import Evaluation, Result, evaluate
from mehrklang.pipeline.refusals import RefusalKind, refusals
from mehrklang.pipeline.signals import signals
from tests.factories.monitorings import computable


def _evaluation(tmp_path: Path) -> Evaluation:
    return evaluate(computable(tmp_path), store=tmp_path / "store")


def _with(evaluation: Evaluation, *results: Result) -> Evaluation:
    return replace(evaluation, results=MappingProxyType({result.definition.code: result for result in results}))


def _result(evaluation: Evaluation, code: str, feature: FeatureDefinition) -> Result:
    (only,) = evaluation.results.values()
    return replace(only, definition=replace(only.definition, code=code), feature=feature, assessments={})


def test_definitions_that_nobody_has_shown_to_be_comparable_are_refused_and_named(tmp_path: Path) -> None:
    evaluation, catalogue = _evaluation(tmp_path), load()
    first, second = catalogue.definition("staatsangehoerigkeit"), catalogue.definition("familiensprache")
    both = _with(evaluation, _result(evaluation, "a", first), _result(evaluation, "b", second))
    (found,) = refusals(both, catalogue)
    assert (found.kind, found.indicators) == (RefusalKind.DEFINITION, ("a", "b"))
    assert first.name in found.reason
    assert second.name in found.reason


def test_definitions_that_contain_each_other_stand_side_by_side_and_are_never_added(tmp_path: Path) -> None:
    evaluation, catalogue = _evaluation(tmp_path), load()
    features = [catalogue.definition(key) for key in ("mz-ies", "mz-iws")]
    both = _with(evaluation, *(_result(evaluation, feature.key, feature) for feature in features))
    (found,) = refusals(both, catalogue)
    assert (found.kind, found.indicators) == (RefusalKind.OVERLAP, ("mz-ies", "mz-iws"))
    assert "werden nie addiert" in found.reason
    assert "1,10" in found.reason  # how far the two lie apart, with its source
    assert "Landesamt für Statistik Niedersachsen" in found.reason


def test_a_break_inside_a_series_is_refused_with_its_text(tmp_path: Path) -> None:
    evaluation = _evaluation(tmp_path)
    (result,) = evaluation.results.values()
    (group,) = result.assessments
    cut = replace(result.assessments[group], breaks=(Break(2022, BreakKind.LAW, "neues Recht", "Amt"),))
    divided = _with(evaluation, replace(result, assessments={group: cut}))
    (found,) = refusals(divided, load())
    assert (found.kind, found.reason) == (RefusalKind.BREAK, "Werte vor 2022 und ab 2022: neues Recht.")


def test_a_monitoring_with_few_years_gives_no_signal(tmp_path: Path) -> None:
    assert signals(_evaluation(tmp_path)) == ()
