"""The path of one number, from the cell of a file to a finding."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType

import pytest

from mehrklang.assessment import Operator, Target, TargetState
from mehrklang.catalogue import Break, BreakKind, Source
from mehrklang.package import Goal, Monitoring, Selection, data_version
from mehrklang.pipeline import evaluate, faults, find
from mehrklang.pipeline.deliveries import Received
from mehrklang.pipeline.register import Register
from mehrklang.pipeline.scope import Scope
from mehrklang.vocabulary import Area, AreaLevel, Interpretation, Material, Reason, Severity, Signature
from tests.factories.monitorings import NATURALISED, computable, table

GOAL = Goal("z1", "Gleiche Rechte", "Recht")
TARGET = Target(Decimal("2.5"), 2022, Operator.AT_LEAST, Decimal(4), 2030)


@pytest.fixture
def monitoring(tmp_path: Path) -> Monitoring:
    """Naturalisations and foreign nationals of one Landkreis and its Land, with a goal."""
    plain = computable(tmp_path)
    return replace(plain, goals=(GOAL,), selection=(replace(plain.selection[0], goals=("z1",)),))


def _interpreted(monitoring: Monitoring, version: str) -> Monitoring:
    signed = tuple(Signature("N", office, date(2026, 5, 1)) for office in ("Koordination", "Statistik"))
    text = Interpretation("einbuergerungsquote", "Text.", version, signed)
    return replace(monitoring, interpretations={"einbuergerungsquote": text})


def test_a_number_keeps_its_parts_and_its_cells(monitoring: Monitoring, tmp_path: Path) -> None:
    """443 of 17,275: value, numerator, denominator, and the two cells with file, line and raw text."""
    result = evaluate(monitoring, store=tmp_path / "store").results["einbuergerungsquote"]
    series = result.of(area="03153", group="auslaendisch")
    assert series is not None
    value = series.values[-1]
    assert value.figure.number is not None
    assert abs(value.figure.number * 17275 - 44300) < Decimal("1e-25")
    assert value.numerator is not None
    assert value.denominator is not None
    assert (value.numerator.number, value.denominator.number) == (443, 17275)
    assert {(cell.file, cell.line, cell.raw) for cell in value.lineage.cells} == {
        ("indicator_2-3-1.csv", 3, "443"), ("indicator_1-2-1.csv", 3, "17275"),
    }  # fmt: skip


def test_the_finding_shows_area_comparison_goal_and_reason(monitoring: Monitoring, tmp_path: Path) -> None:
    """The main area is assessed, the comparison area is not."""
    evaluation = evaluate(monitoring, store=tmp_path / "store")
    version = evaluation.results["einbuergerungsquote"].data_version
    result = find(_interpreted(monitoring, version), evaluation)
    assert result.issues == ()
    [finding] = result.findings
    assert (finding.area.name, finding.goals, finding.why) == ("Landkreis Goslar", ("Gleiche Rechte",), "Weil.")
    assert [(line.area.key, line.assessment is not None) for line in finding.lines] == [("03153", True)]
    assert [(line.area.key, line.assessment) for line in finding.comparison] == [("03", None)]
    assert not finding.stale


def test_plain_counts_are_not_compared(monitoring: Monitoring, tmp_path: Path) -> None:
    """The number of naturalisations of a whole Land beside those of a Landkreis would say nothing."""
    counted = replace(monitoring, selection=(Selection("einbuergerungen", "Weil."),))
    signed = replace(_interpreted(monitoring, "v").interpretations["einbuergerungsquote"], indicator="einbuergerungen")
    counted = replace(counted, interpretations={"einbuergerungen": signed})
    evaluation = evaluate(counted, store=tmp_path / "store")
    assert evaluation.results["einbuergerungen"].of(area="03", group="auslaendisch") is not None
    [finding] = find(counted, evaluation).findings
    assert len(finding.lines) == 1
    assert finding.comparison == ()


def test_without_interpretation_nothing_goes_out(monitoring: Monitoring, tmp_path: Path) -> None:
    """The missing interpretation is named together with the version of the data that it has to speak of."""
    evaluation = evaluate(monitoring, store=tmp_path / "store")
    result = find(monitoring, evaluation)
    assert result.findings == ()
    assert [issue.code for issue in result.issues] == ["B-AUSWERTUNG-03"]
    assert evaluation.results["einbuergerungsquote"].data_version in result.issues[0].remedy


def test_changed_data_make_the_interpretation_stale(monitoring: Monitoring, tmp_path: Path) -> None:
    """The version is that of exactly the files that the indicator uses; an unused file does not matter."""
    before = evaluate(monitoring, store=tmp_path / "store").results["einbuergerungsquote"].data_version
    assert before == data_version(reference.sha256 for reference in monitoring.data)
    unused = table(tmp_path, "1-1-1", "2023,Goslar,K03153,127712\n")
    more = replace(monitoring, data=(*monitoring.data, unused))
    assert evaluate(more, store=tmp_path / "store").results["einbuergerungsquote"].data_version == before
    table(tmp_path, "2-3-1", NATURALISED.replace("443", "444"))
    evaluation = evaluate(monitoring, store=tmp_path / "store")
    result = find(_interpreted(monitoring, before), evaluation)
    assert result.findings[0].stale
    assert [issue.code for issue in result.issues] == ["B-AUSWERTUNG-04"]


def test_a_faulty_delivery_is_not_used_at_all(monitoring: Monitoring, tmp_path: Path) -> None:
    """One unreadable cell: the file is out, and with it the indicator; nothing is half computed."""
    table(tmp_path, "2-3-1", "2022,Goslar,K03153,342\n2023,Goslar,K03153,viele\n")
    evaluation = evaluate(monitoring, store=tmp_path / "store")
    assert dict(evaluation.results) == {}
    assert [issue.line for issue in evaluation.issues if issue.severity is Severity.ERROR] == [3]
    assert "B-AUSWERTUNG-01" in {issue.code for issue in evaluation.issues}


def test_an_area_without_data_is_named(monitoring: Monitoring, tmp_path: Path) -> None:
    """A wrong key of the main area does not end in an empty report without a word."""
    evaluation = evaluate(replace(monitoring, area="03999", areas=()), store=tmp_path / "store")
    assert "B-AUSWERTUNG-02" in {issue.code for issue in evaluation.issues}


@pytest.mark.parametrize("signed_by", [("Koordination", "Statistik"), ("Koordination",), ()])
def test_a_target_holds_only_when_both_have_signed(
    monitoring: Monitoring, tmp_path: Path, signed_by: tuple[str, ...]
) -> None:
    """Until then it is proposed, said so, and not assessed."""
    chosen = replace(monitoring.selection[0], target=TARGET, target_signed_by=signed_by)
    evaluation = evaluate(replace(monitoring, selection=(chosen,)), store=tmp_path / "store")
    assessment = evaluation.results["einbuergerungsquote"].assessments["auslaendisch"]
    proposed = [warning for warning in assessment.warnings if "Vorgeschlagener Zielwert: ≥ 4,0" in warning]
    if len(signed_by) == 2:
        assert (assessment.target, proposed) == (TARGET, [])
    else:
        assert (assessment.target, assessment.state, len(proposed)) == (None, TargetState.NOT_ASSESSABLE, 1)


def test_own_breaks_reach_every_room(monitoring: Monitoring, tmp_path: Path) -> None:
    """A break of the municipality stands in the definition of the result beside those of the catalogue."""
    own = Break(2023, BreakKind.SURVEY, "Umstellung", "eigene Notiz")
    broken = replace(monitoring, own_breaks={"einbuergerungsquote": (own,)})
    definition = evaluate(broken, store=tmp_path / "store").results["einbuergerungsquote"].definition
    assert [each.first_year for each in definition.breaks] == [2023, 2024]


def test_an_area_that_was_not_delivered_has_no_line(monitoring: Monitoring, tmp_path: Path) -> None:
    """2022 of the Land is not delivered: the comparison says so by a sign, not by a zero."""
    evaluation = evaluate(monitoring, store=tmp_path / "store")
    series = evaluation.results["einbuergerungsquote"].of(area="03", group="auslaendisch")
    assert series is not None
    assert [value.period.key for value in series.values if value.figure.known] == ["2023"]
    assert all(value.figure.reason is Reason.NOT_DELIVERED for value in series.values if not value.figure.known)


def test_every_sentence_of_the_pipeline_is_explained_and_triggered() -> None:
    """The codes of the program, of the handbook and of these tests are the same (B-AUSWERTUNG-06: a publication that is
    not there, and B-AUSWERTUNG-08: looser rules of an indicator, in test_guarded_pipeline; B-AUSWERTUNG-07 in
    test_stabilised_values; B-AUSWERTUNG-09: sums of money without a rule for dominance, in test_money).
    """
    found = [
        set(re.findall(r"B-AUSWERTUNG-\d\d", Path(file).read_text(encoding="utf-8")))
        for file in (faults.__file__, "docs/handbuch/meldungen-monitoring.md", __file__)
    ]
    assert found[0] == found[1] == found[2]


def test_an_area_above_the_main_one_is_not_rolled_up() -> None:
    """The Land above a town is not the sum of the one town that delivered: only the main area and its parts are."""
    town = Area("99101000", "Stadt", AreaLevel.MUNICIPALITY, parent="99")
    quarter = Area("stadt:01", "Stadtteil", AreaLevel.QUARTER, parent="99101000")
    land = Area("99", "Land", AreaLevel.STATE)
    received = Received((), MappingProxyType({area.key: area for area in (town, quarter, land)}), ())
    plan = Monitoring("T", "O", "99101000", "2025", Path(), comparison_areas=("99",), areas=(town, quarter, land))
    within = Scope.of(plan, received).within
    assert [(area.key, area.parent) for area in within] == [("99101000", None), ("stadt:01", "99101000")]


def test_a_contradiction_costs_only_the_indicators_that_need_it(monitoring: Monitoring, tmp_path: Path) -> None:
    """Two contradicting rows of the naturalisations: their indicator falls, the population's stays, and it is said."""
    torn = table(monitoring.folder, "2-3-1", f"{NATURALISED}2023,Goslar,K03153,444\n")
    chosen = (*monitoring.selection, Selection("auslaenderinnen-und-auslaender", "Weil."))
    both = replace(monitoring, data=(torn, monitoring.data[1]), selection=chosen)
    evaluation = evaluate(both, store=tmp_path / "store")
    assert set(evaluation.results) == {"auslaenderinnen-und-auslaender"}
    assert "B-WIDERSPRUCH-01" in {issue.code for issue in evaluation.issues}


def test_the_rules_of_a_source_are_tightened_never_loosened(monitoring: Monitoring, tmp_path: Path) -> None:
    """A monitoring asks for k = 3 where the source demands 5: 5 holds, and B-AUSWERTUNG-05 says so."""
    source = Source("eigene", "Register", "Stadt", "intern", "Stadt", Material.ADDITIVE, "mindestfallzahl-5")
    own = replace(monitoring, own_sources=(source,), rule_set="mindestfallzahl-3")
    register = Register.of(own)
    assert register.rules("eigene").key == "mindestfallzahl-5"
    [issue] = faults.looser(register, "eigene")
    assert issue.code == "B-AUSWERTUNG-05"
    stricter = Register.of(replace(own, rule_set="mindestfallzahl-10"))
    assert (stricter.rules("eigene").key, faults.looser(stricter, "eigene")) == ("mindestfallzahl-10", [])
