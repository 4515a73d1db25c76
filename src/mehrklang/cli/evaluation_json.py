"""The documented JSON form of an evaluation (Handbuch, "Kommandozeile")."""

from collections.abc import Sequence

from mehrklang.assessment.breaks import BreakProposal
from mehrklang.assessment.small_areas import Estimate
from mehrklang.assessment.words import Subject
from mehrklang.catalogue import load
from mehrklang.cli.assessment_json import assessment_json, proposal_json, refusal_json, signal_json
from mehrklang.cli.json_forms import figure_json, interval_json, issue_json, lineage_json
from mehrklang.cli.json_text import Json
from mehrklang.cubes import Protection
from mehrklang.indicators import Earlier, IndicatorValue, Series
from mehrklang.package import Monitoring
from mehrklang.pipeline import Evaluation, Result
from mehrklang.pipeline.refusals import refusals
from mehrklang.pipeline.signals import signals
from mehrklang.vocabulary import Area, Issue, Material

FORM = 1
"""Number of the form; it grows only when a key changes its meaning or goes away."""


def evaluation_json(
    monitoring: Monitoring, evaluation: Evaluation, issues: Sequence[Issue], *, proposals: Sequence[BreakProposal] = ()
) -> Json:
    """Everything that was computed."""
    return {
        "form": FORM,
        "titel": monitoring.title,
        "organisation": monitoring.organisation,
        "ausgabe": monitoring.edition,
        "gebiet": _area(evaluation.area),
        "vergleichsgebiete": [_area(area) for area in evaluation.comparison_areas],
        "teilgebiete": [_area(area) for area in evaluation.parts],
        "indikatoren": [_result(result, evaluation) for result in evaluation.results.values()],
        "signale": [signal_json(signal) for signal in signals(evaluation)],
        "reihenbruch_vorschlaege": [proposal_json(each) for each in proposals],
        "nicht_verglichen": [refusal_json(refusal) for refusal in refusals(evaluation, load())],
        "meldungen": [issue_json(issue) for issue in issues],
    }


def _area(area: Area) -> Json:
    return {"schluessel": area.key, "name": area.name, "ebene": area.level.value}


def _result(result: Result, evaluation: Evaluation) -> Json:
    return {
        "code": result.definition.code,
        "name": result.definition.name,
        "gruppe": result.group,
        "datenstand": result.data_version,
        "quellen": [{"schluessel": source.key, "quellenangabe": source.citation} for source in result.sources],
        "schutz": _protection(result.protection),
        "reihen": [_series(series, result, evaluation) for series in result.series],
    }


def _protection(protection: Protection) -> Json:
    return {
        "regelsatz": protection.rule_set,
        "zellen": protection.cell_count,
        "gesperrt": protection.suppressed,
        "vom_herausgeber_geschuetzt": protection.passed_published,
    }


def _series(series: Series, result: Result, evaluation: Evaluation) -> Json:
    assessment = result.assessment(area=series.area, group=series.group, main=evaluation.area.key)
    return {
        "gebiet": series.area,
        "gruppe": series.group,
        "bezeichnung": result.labels[series.group],
        "werte": [_value(value, result) for value in series.values],
        "stabilisiert": [
            _estimate(each) for each in result.stabilised if (each.area, each.group) == (series.area, series.group)
        ],
        "bewertung": assessment_json(assessment, series, _subject(series, result, evaluation)) if assessment else None,
    }


def _estimate(found: Estimate) -> Json:
    """A stabilised value of the series; it replaces none of the values."""
    return {
        "zeitraum": found.period.key,
        "wert": figure_json(found.figure),
        "eigengewicht": found.own,
        "verfahren": found.method.value,
        "spannweite": interval_json(found.interval),
    }


def _subject(series: Series, result: Result, evaluation: Evaluation) -> Subject:
    return Subject(result.definition, result.labels[series.group], evaluation.area.name)


def _value(value: IndicatorValue, result: Result) -> Json:
    published = all(source.material is Material.PUBLISHED for source in result.sources)
    return {
        "zeitraum": value.period.key,
        "einheit": value.unit.value,
        "wert": figure_json(value.figure),
        "zaehler": figure_json(value.numerator),
        "nenner": figure_json(value.denominator),
        "basis": value.base,
        "rechnung": value.formula,
        "spannweite": interval_json(value.interval),
        "spannweite_hinweis": value.interval_note,
        "bestandteile": [
            {"name": part.name, "wert": figure_json(part.figure), "einheit": part.unit.value}
            for part in value.constituents
        ],
        "hinweise": [*value.notes],
        "ergebnisstand": value.finality.value,
        "vorher": _earlier(value.before),
        "gebietsstand": value.brought.sentence if value.brought else "",
        "herkunft": lineage_json(value.lineage, with_key=published),
    }


def _earlier(before: Earlier | None) -> Json:
    """What the value was in the version before; null where it was the same, or there was none."""
    if before is None:
        return None
    return {"wert": figure_json(before.figure), "ergebnisstand": before.finality.value}
