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
from mehrklang.report.finding import Finding, GroupSeries, Steering
from mehrklang.vocabulary import Unit
from mehrklang.vocabulary.german import sentence


def profile(finding: Finding) -> Terms:
    """What is measured, why, from which source, and how the figures are protected."""
    of = finding.definition
    return _terms(
        ("Definition", sentences.definition(of)),
        ("Grundgesamtheit", of.population),
        ("Relevanz", of.relevance),
        ("Grund der Auswahl", finding.why),
        ("Ziele", *finding.goals),
        *_steering(finding.steering),
        ("Datenquelle", *(source.citation or source.name for source in finding.sources)),
        ("Merkmal", *_feature(finding), *_bases(finding)),
        ("Methode", of.method, *of.notes),
        ("Brüche", *(f"ab {item.first_year}: {sentence(item.text)} ({item.source})" for item in _breaks(finding))),
        ("Lieferungen", ", ".join(finding.files)),
        ("Datenstand", finding.data_version[:12]),
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
            _proposal(line, finding),
            sentences.development(found.trend),
            sentences.slope(found.trend, unit),
            *(() if _proposal(line, finding) else found.warnings),
        ]
        entries.append((reading.name_of(line, finding, finding.lines), *parts))
    return _terms(*entries)


def _steering(found: Steering | None) -> tuple[tuple[str, ...], ...]:
    """Whether the municipality can move it, with the reason, and to whom it is addressed."""
    if found is None:
        return ()
    steerable = f"{sentence(found.steerable)} {sentence(found.reason)}".strip()
    return (("Steuerbar", steerable), ("Adressaten", ", ".join(found.addressees)))


def _feature(finding: Finding) -> Iterable[str]:
    """The definition by which the groups are told apart, and what else there would be to tell apart."""
    feature, further = finding.feature, finding.further_features
    if feature:
        yield f"{feature.name}: {sentence(feature.text)}"
    elif finding.definition.features and not further:
        yield ", ".join(finding.definition.features)
    if further:
        yield f"{'Außerdem sinnvoll' if feature else 'Sinnvoll'} zu unterscheiden nach: {', '.join(further)}."


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


def _proposal(line: GroupSeries, finding: Finding) -> str:
    """The target that is only proposed, beside the leading line."""
    steering = finding.steering
    if line != reading.lead(finding) or steering is None or steering.proposed is None:
        return ""
    return f"{sentences.proposed(finding)} {_because(steering.proposed)}".strip()


def _agreed(target: Target, unit: Unit) -> str:
    return f"Ziel: {sentence(sentences.target(target, unit))} {_because(target)}".strip()


def _because(target: Target) -> str:
    """Who is responsible for a target, and where it comes from."""
    parts = [f"Zuständig: {sentence(target.responsible)}"] if target.responsible else []
    parts += [f"Grundlage: {sentence(target.reason)}"] if target.reason else []
    return " ".join(parts)
