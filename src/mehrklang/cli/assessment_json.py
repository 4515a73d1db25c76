"""The documented JSON form of an assessment (Handbuch, "Kommandozeile"): what is said and how firmly."""

from mehrklang.assessment import Assessment, Target, Trend
from mehrklang.assessment.breaks import BreakProposal
from mehrklang.assessment.peers import PeerView, compare
from mehrklang.assessment.warning import Signal
from mehrklang.assessment.weighted import WeightedSlope
from mehrklang.assessment.words import Subject, draft
from mehrklang.cli.json_forms import interval_json
from mehrklang.cli.json_text import Json
from mehrklang.indicators import Series
from mehrklang.pipeline.refusals import Refusal


def assessment_json(assessment: Assessment, series: Series, subject: Subject) -> Json:
    """State, trend, breaks, the rules of other systems and a draft of sentences."""
    return {
        "stand": assessment.state.value,
        "begruendung": assessment.reason,
        "moegliche_staende": [state.value for state in assessment.possible],
        "entscheidung_faellig": assessment.decision_due,
        "zielwert": _target(assessment.target) if assessment.target else None,
        "pfadwert": assessment.path_value,
        "schwelle": assessment.threshold,
        "trend": _trend(assessment.trend),
        "andere_regeln": [_peer(view) for view in compare(subject.definition, series, target=assessment.target)],
        "reihenbrueche": [{"ab_jahr": each.first_year, "text": each.text} for each in assessment.breaks],
        "hinweise": [*assessment.warnings],
        "fassungen": [*assessment.versions],
        "entwurf": [*draft(subject, assessment).sentences],
    }


def signal_json(signal: Signal) -> Json:
    """A signal of the early warning."""
    return {
        "art": signal.kind.value,
        "indikator": signal.indicator,
        "gebiet": signal.area,
        "gruppe": signal.group,
        "jahr": signal.year,
        "grund": signal.evidence,
        "erwartet": interval_json(signal.expected),
    }


def proposal_json(proposal: BreakProposal) -> Json:
    """A break that is proposed and not applied."""
    return {
        "ab_jahr": proposal.first_year,
        "art": proposal.kind.value,
        "indikator": proposal.indicator,
        "quelle": proposal.source,
        "gebiete": [*proposal.areas],
        "beleg": proposal.evidence,
    }


def refusal_json(refusal: Refusal) -> Json:
    """A comparison that is refused."""
    return {"art": refusal.kind.value, "indikatoren": [*refusal.indicators], "grund": refusal.reason}


def _trend(trend: Trend) -> Json:
    return {
        "richtung": trend.movement.value,
        "steigung_je_jahr": trend.slope,
        "spannweite": interval_json(trend.interval),
        "gewichtet": _weighted(trend.weighted) if trend.weighted else None,
        "werte": trend.points,
        "von": trend.first_year,
        "bis": trend.last_year,
        "regel": trend.rule,
        "begruendung": trend.reason,
        "erwuenscht": trend.welcome,
    }


def _weighted(found: WeightedSlope) -> Json:
    return {
        "steigung_je_jahr": found.slope,
        "spannweite": interval_json(found.interval),
        "streuung": found.dispersion,
    }


def _peer(view: PeerView) -> Json:
    return {"system": view.system, "einordnung": view.progress.value, "zahl": view.number, "regel": view.rule}


def _target(target: Target) -> Json:
    return {
        "basiswert": target.base_value,
        "basisjahr": target.base_year,
        "richtung": target.operator.value,
        "wert": target.value,
        "jahr": target.year,
        "pfad": target.path.value,
        "stufen": [{"jahr": step.year, "wert": step.value} for step in target.steps],
    }
