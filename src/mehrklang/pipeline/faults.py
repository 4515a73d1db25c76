"""The sentences of the pipeline (codes B-AUSWERTUNG-…, Handbuch "Meldungen zum Monitoring-Ordner")."""

from collections.abc import Iterable

from mehrklang.assessment import Target
from mehrklang.assessment.small_areas import FEWEST_AREAS, METHODS
from mehrklang.catalogue import IndicatorDefinition
from mehrklang.package import Monitoring, Publication
from mehrklang.pipeline.evaluation import Result
from mehrklang.pipeline.plan import Plan
from mehrklang.pipeline.register import Register
from mehrklang.pipeline.scope import Scope
from mehrklang.report import Finding
from mehrklang.vocabulary import Issue, Severity, Unit
from mehrklang.vocabulary.german import format_number


def no_data(definition: IndicatorDefinition, register: Register) -> Issue:
    """No source of the indicator was delivered completely."""
    known = register.catalogue.sources
    keys = [binding.source for binding in definition.bindings] or [definition.source]
    sources = ", ".join(f"„{known[key].name if key in known else key}“" for key in keys)
    return Issue(
        "B-AUSWERTUNG-01",
        Severity.WARNING,
        f"Für den Indikator „{definition.name}“ fehlen Daten; er wird nicht ausgewertet.",
        f"Liefern Sie alle Dateien, die er braucht. Er ist zu gewinnen aus: {sources}.",
    )


def without_values(results: Iterable[Result], scope: Scope) -> list[Issue]:
    """Indicators whose data say nothing about the main area."""
    return [
        Issue(
            "B-AUSWERTUNG-02",
            Severity.WARNING,
            f"Für den Indikator „{result.definition.name}“ gibt es keinen Wert für {scope.main.name}.",
            "Prüfen Sie, ob die Quelle dieses Gebiet ausweist und ob sein Gebietsschlüssel stimmt.",
        )
        for result in results
        if not any(series.area == scope.main.key and series.values for series in result.series)
    ]


def not_stabilised(results: Iterable[Result]) -> list[Issue]:
    """Stabilised values were asked for, and there are none."""
    return [
        Issue(
            "B-AUSWERTUNG-07",
            Severity.WARNING,
            f"Für den Indikator „{result.definition.name}“ lassen sich keine stabilisierten Werte schätzen: "
            f"{_why_not(result.definition)}.",
            "Verzichten Sie bei ihm auf stabilisierte Werte, oder liefern Sie Zähler und Nenner der Teilgebiete.",
            file="indikatoren.toml",
        )
        for result in results
        if result.selection.stabilised and not result.stabilised
    ]


def _why_not(definition: IndicatorDefinition) -> str:
    if definition.kind not in METHODS:
        return "Das geht nur für Anteile, Raten und Befragungsanteile"
    return f"Es haben nie {FEWEST_AREAS} Teilgebiete derselben Ebene zugleich einen ausgewiesenen Wert mit Basis"


def looser(register: Register, source: str) -> list[Issue]:
    """The monitoring's rule set would loosen the rules of a source: it is not applied there."""
    said = register.looser(source)
    remedy = "Wählen Sie für das Monitoring einen strengeren Regelsatz; bis dahin gelten die Regeln der Quelle."
    return [Issue("B-AUSWERTUNG-05", Severity.WARNING, said, remedy, file="monitoring.toml")] if said else []


def loosened(register: Register, source: str, plans: Iterable[Plan]) -> list[Issue]:
    """The rules of an indicator would loosen those of a source of our own counts: they are not applied there."""
    definitions = {each.code: each for plan in plans if source in plan.sources for each in plan.definitions}
    remedy = "Wählen Sie für den Indikator einen strengeren Regelsatz; bis dahin gelten die Regeln der Quelle."
    return [
        Issue("B-AUSWERTUNG-08", Severity.WARNING, f"Indikator „{each.name}“: {said}", remedy)
        for each in definitions.values()
        if (said := register.loosened(source, each))
    ]


def unprotected_amounts(register: Register, source: str, measures: Iterable[str]) -> list[Issue]:
    """Sums of money of a source whose rules judge no contributors: they are not computed with."""
    remedy = "Geben Sie der Quelle einen Regelsatz mit Dominanzregel, zum Beispiel den für Beträge."
    said = f"Quelle „{register.source(source).name}“:"
    return [
        Issue(
            "B-AUSWERTUNG-09",
            Severity.ERROR,
            f"{said} „{measure}“ ist eine Summe von Beträgen, und der Regelsatz „{register.rules(source).name}“ "
            "prüft nicht, wer zu ihr beiträgt; sie wird nicht ausgewertet.",
            remedy,
        )
        for measure in dict.fromkeys(measures)
    ]


def missing_publication(each: Publication) -> Issue:
    """The file of an earlier publication is not there: its source is not computed with."""
    return Issue(
        "B-AUSWERTUNG-06",
        Severity.ERROR,
        f"Die frühere Veröffentlichung „{each.path.as_posix()}“ ({each.edition}) fehlt; ohne sie lässt sich nicht "
        "prüfen, was schon bekannt ist.",
        "Legen Sie die Datei zurück. Die Zahlen dieser Quelle werden bis dahin nicht freigegeben.",
        file="veroeffentlichungen.toml",
    )


def uninterpreted(results: Iterable[Result], monitoring: Monitoring) -> list[Issue]:
    """Indicators that nobody has interpreted."""
    return [
        Issue(
            "B-AUSWERTUNG-03",
            Severity.WARNING,
            f"Der Indikator „{result.definition.name}“ ist nicht interpretiert und geht deshalb nicht hinaus.",
            f"Schreiben Sie eine Interpretation zum Datenstand {result.data_version}; beide Stellen unterschreiben.",
        )
        for result in results
        if result.selection.code not in monitoring.interpretations
    ]


def stale(findings: Iterable[Finding]) -> list[Issue]:
    """Findings whose data have changed since they were interpreted."""
    return [
        Issue(
            "B-AUSWERTUNG-04",
            Severity.WARNING,
            f"Die Interpretation von „{finding.definition.name}“ wurde an anderen Daten geschrieben.",
            f"Prüfen Sie den Text an den neuen Zahlen und nennen Sie als Datenstand {finding.data_version}.",
            file=f"interpretationen/{finding.definition.code}.md",
        )
        for finding in findings
        if finding.stale
    ]


def proposed(target: Target, unit: Unit) -> str:
    """What is said of a target that does not hold yet."""
    value = f"{format_number(target.value, unit.decimals)} {unit.label}".strip()
    return (
        f"Vorgeschlagener Zielwert: {target.operator.value} {value} bis {target.year}. Er gilt erst, wenn Koordination "
        "und Statistik unterschrieben haben, und wird bis dahin nicht bewertet."
    )
