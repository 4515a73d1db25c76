"""The Steckbrief: what an indicator is, in the field's own order.

Definition, Relevanz, Quelle, Definition des Merkmals, Methodische Hinweise come first, as in Wiesbaden since 2003 and
in the Länder; then what is ours: goals, breaks, protection and origin of the figures.
"""

from collections.abc import Iterable

from mehrklang.assessment import Target
from mehrklang.catalogue import Break
from mehrklang.cubes import Protection
from mehrklang.report import reading, sentences
from mehrklang.report.document import Paragraph, Term, Terms
from mehrklang.report.finding import Finding
from mehrklang.vocabulary import Unit


def profile(finding: Finding) -> Terms:
    """What is measured, why, from which source, and how the figures are protected."""
    of = finding.definition
    return _terms(
        ("Definition", sentences.definition(of)),
        ("Grundgesamtheit", of.population),
        ("Relevanz", of.relevance),
        ("Grund der Auswahl", finding.why),
        ("Ziele", *finding.goals),
        ("Datenquelle", *(source.citation or source.name for source in finding.sources)),
        ("Merkmal", ", ".join(of.features), *_bases(finding)),
        ("Methode", of.method, *of.notes),
        ("Brüche", *(f"ab {item.first_year}: {item.text} ({item.source})" for item in _breaks(finding))),
        ("Datenstand", finding.data_version),
        ("Lieferungen", *_deliveries(finding)),
        ("Lizenz", *dict.fromkeys(source.licence for source in finding.sources)),
        ("Geheimhaltung", _protected(finding.protection)),
        ("Entspricht", ", ".join(of.same_as)),
        ("Literatur", *of.references),
    )


def evaluation(finding: Finding) -> Terms:
    """Target, thresholds and how the assessment came about, line by line."""
    unit, entries = reading.unit_of(finding), []
    for line in finding.lines:
        if (found := line.assessment) is None:
            continue
        parts = [
            _agreed(found.target, unit) if found.target else "",
            sentences.path(found, unit),
            found.threshold,
            sentences.development(found.trend),
            *found.warnings,
        ]
        entries.append((reading.name_of(line, finding, finding.lines), *parts))
    rules = dict.fromkeys(line.assessment.trend.rule for line in finding.lines if line.assessment)
    return _terms(*entries, ("Regel", *rules))


def _protected(guard: Protection) -> str:
    """What the guard did, in numbers of cells."""
    suppressed = guard.suppressed_primary + guard.suppressed_secondary
    return (
        f"Regelwerk „{guard.rule_set}“: {guard.cell_count} Felder geprüft, {suppressed} gesperrt, "
        f"{guard.passed_published} von der Quelle bereits geschützt."
    )


def _terms(*entries: tuple[str, ...]) -> Terms:
    """The entries that have a text; several texts become paragraphs."""
    return Terms(
        tuple(Term(name, _description(texts)) for name, *found in entries if (texts := [*filter(None, found)]))
    )


def _description(texts: list[str]) -> tuple[Paragraph, ...]:
    return tuple(Paragraph.of(text) for text in texts)


def _bases(finding: Finding) -> Iterable[str]:
    """What the values of each group refer to."""
    bases = {line.label: next((value.base for value in line.series.values), "") for line in finding.lines}
    return [f"{label}: {base}" for label, base in bases.items() if base]


def _breaks(finding: Finding) -> tuple[Break, ...]:
    return reading.visible_breaks((*finding.lines, *finding.comparison), finding)


def _deliveries(finding: Finding) -> Iterable[str]:
    values = (value for line in (*finding.lines, *finding.comparison) for value in line.series.values)
    return sorted({part for value in values for part in value.lineage.delivery.split(" + ") if part})


def _agreed(target: Target, unit: Unit) -> str:
    parts = [f"Ziel: {sentences.target(target, unit)}."]
    parts += [f"Zuständig: {target.responsible}."] if target.responsible else []
    parts += [f"Grundlage: {target.reason}."] if target.reason else []
    return " ".join(parts)
