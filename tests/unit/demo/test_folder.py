"""The folder is a whole monitoring that the program reads, computes and can report."""

from collections import Counter
from pathlib import Path

import pytest

from mehrklang.assessment import TargetState
from mehrklang.demo import write_demo
from mehrklang.demo.delivery import Delivery
from mehrklang.demo.folder import STALE
from mehrklang.demo.interpretations import ONE_SIGNATURE
from mehrklang.demo.town import CITY
from mehrklang.package import Monitoring, read_folder
from mehrklang.pipeline import Evaluation, evaluate, find
from mehrklang.vocabulary import Severity
from mehrklang.vocabulary.german import format_with_unit
from tests.unit.demo.slow_values import Values


@pytest.fixture(scope="module")
def evaluation(monitoring: Monitoring, tmp_path_factory: pytest.TempPathFactory) -> Evaluation:
    return evaluate(monitoring, store=tmp_path_factory.mktemp("store"))


def test_the_same_seed_gives_the_same_bytes(folder: Path, monitoring: Monitoring) -> None:
    """Two folders, written independently, file by file."""
    again = monitoring.folder
    names = sorted(path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    assert names == sorted(path.relative_to(again) for path in again.rglob("*") if path.is_file())
    assert [name for name in names if (folder / name).read_bytes() != (again / name).read_bytes()] == []


def test_the_folder_is_read_without_errors(folder: Path, monitoring: Monitoring) -> None:
    """It comes back as it was, and what is said about it is what is meant to be shown."""
    reading = read_folder(folder)
    assert reading.monitoring is not None
    assert {issue.code for issue in reading.issues if issue.severity is not Severity.NOTE} == {
        "M-ZIELWERT-01", "M-INTERPRETATION-04",
    }  # fmt: skip
    for part in ("goals", "selection", "areas", "boundaries", "data", "introduction"):
        assert getattr(reading.monitoring, part) == getattr(monitoring, part)
    assert {own.code: own for own in reading.monitoring.own_indicators} == {
        own.code: own for own in monitoring.own_indicators
    }
    assert dict(reading.monitoring.interpretations) == dict(monitoring.interpretations)


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "meins.txt").write_text("nicht anfassen")
    with pytest.raises(FileExistsError, match="nicht leer"):
        write_demo(tmp_path, inhabitants=500)
    assert [path.name for path in tmp_path.iterdir()] == ["meins.txt"]


def test_the_set_is_compact_and_balanced(monitoring: Monitoring) -> None:
    """15 to 18 indicators; strengths and deficits, objective and subjective ones, several features."""
    chosen = {own.code: own for own in monitoring.own_indicators if own.code in {s.code for s in monitoring.selection}}
    assert 15 <= len(monitoring.selection) <= 18
    assert len(chosen) == len(monitoring.selection)
    perspectives = Counter(own.perspective for own in chosen.values())
    assert min(perspectives.values()) >= 3
    assert len({own.evidence for own in chosen.values()}) == 2
    assert len({binding.definition for own in chosen.values() for binding in own.bindings}) >= 5


def test_every_state_of_a_target_is_shown(evaluation: Evaluation) -> None:
    states = {result.assessments[result.group].state for result in evaluation.results.values()}
    assert states == set(TargetState)


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("rf-anteil-mit-migrationshintergrund", "Kontextindikator"),
        ("rf-zugehoerigkeit", "kein Ziel vereinbart"),
        ("rf-einbuergerungsquote", "Reihenbruch 2024"),
        ("rf-sgb2-quote", "Reihenbruch 2023"),
        ("rf-fuehrungskraefte-verwaltung", "gesperrt"),
    ],
)
def test_reasons_not_to_assess(evaluation: Evaluation, code: str, reason: str) -> None:
    """Context, no target, a break between base and latest value, a latest value that is withheld."""
    result = evaluation.results[code]
    assessment = result.assessments[result.group]
    assert assessment.state is TargetState.NOT_ASSESSABLE
    assert reason in assessment.reason


def test_a_target_with_one_signature_is_only_proposed(evaluation: Evaluation) -> None:
    result = evaluation.results["rf-aufenthaltsstatus-gesichert"]
    assert result.selection.target
    assert result.assessments[result.group].warnings


def test_every_indicator_is_a_finding_and_one_is_stale(monitoring: Monitoring, evaluation: Evaluation) -> None:
    """The stale one was interpreted on the delivery that was corrected later; one interpretation lacks a signature."""
    found = find(monitoring, evaluation)
    assert len(found.findings) == len(monitoring.selection)
    assert {finding.definition.code for finding in found.findings if finding.stale} == {STALE}
    unsigned = {code for code, text in monitoring.interpretations.items() if not text.signed_by_both}
    assert unsigned == {ONE_SIGNATURE}


def test_interpretations_say_the_values_that_are_shown(monitoring: Monitoring, evaluation: Evaluation) -> None:
    """The latest value of the group, in print, stands in the first sentence."""
    for code, result in evaluation.results.items():
        series = result.of(area=CITY.key, group=result.group)
        assert series
        assert series.latest
        shown = format_with_unit(series.latest.figure, series.latest.unit)
        summary = monitoring.interpretations[code].summary
        assert f"{series.latest.period.label}: {shown}" in summary
        assert summary not in monitoring.interpretations[code].text  # nothing is said twice


def test_the_pipeline_comes_to_the_plain_sums(
    monitoring: Monitoring, evaluation: Evaluation, delivered: dict[str, Delivery]
) -> None:
    """Every value of the whole town that is shown equals the sum of delivered rows, without engine or guard."""
    definitions = {own.code: own for own in monitoring.own_indicators}
    slow = Values(delivered.values(), definitions, monitoring.own_sources)
    compared = 0
    for code, result in evaluation.results.items():
        for group in result.labels:
            series = result.of(area=CITY.key, group=group)
            assert series
            expected = {point.period: point.number for point in slow.points(code, group)}
            for value in series.values:
                if value.figure.number is not None:
                    compared += 1
                    assert value.figure.number == pytest.approx(expected[value.period])
    assert compared > 400


def test_every_figure_is_marked_as_invented(monitoring: Monitoring) -> None:
    """Title page, organisation and every source say so."""
    assert "erfunden" in monitoring.introduction
    assert "erfunden" in monitoring.organisation
    assert all("erfunden" in source.citation for source in monitoring.own_sources)


def test_provisional_and_revised_values_are_to_be_seen(evaluation: Evaluation) -> None:
    """The newest employment rate is provisional; six earlier ones were told provisionally first."""
    values = [value for series in evaluation.results["rf-beschaeftigungsquote"].series for value in series.values]
    assert {value.period.year for value in values if value.mark == "p"} == {2024}
    assert {value.period.year for value in values if value.mark == "r"} == set(range(2018, 2024))
