"""The Steckbrief: what an indicator is, in the field's own order.

Definition, Relevanz, Quelle, Definition des Merkmals, Methodische Hinweise come first, as in Wiesbaden since 2003 and
in the Länder; then what is ours: goals, breaks, protection and origin of the figures.
"""

from collections.abc import Iterable
from decimal import Decimal

from mehrklang.assessment import Target
from mehrklang.catalogue import load
from mehrklang.report import kind_sentences, reading, sentences
from mehrklang.report.document import Paragraph, Term, Terms
from mehrklang.report.finding import Finding, GroupSeries, Steering
from mehrklang.vocabulary import Unit
from mehrklang.vocabulary.german import format_number, sentence


def profile(finding: Finding) -> Terms:
    """What is measured, why, from which source, and how the figures are protected."""
    of = finding.definition
    return _terms(
        ("Definition", kind_sentences.definition(of)),
        ("Grundgesamtheit", of.population),
        ("Relevanz", of.relevance),
        ("Grund der Auswahl", finding.why),
        ("Ziele", *finding.goals),
        *_steering(finding.steering),
        ("Datenquelle", *(source.citation or source.name for source in finding.sources)),
        ("Merkmal", *_feature(finding), *_bases(finding)),
        ("Zweck der Unterscheidung", finding.why_feature),
        ("Methode", of.method, *of.notes),
        ("Brüche", *_breaks(finding)),
        ("Lieferungen", ", ".join(finding.files)),
        ("Datenstand", finding.data_version[:12]),
        ("Lizenz", *dict.fromkeys(source.licence for source in finding.sources)),
        ("Geheimhaltung", _protected(finding)),
        ("Entspricht", *(sentence(load().in_words(match)) for match in of.matches), ", ".join(of.same_as)),
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
            *found.versions,
        ]
        entries.append((reading.name_of(line, finding, finding.lines), *parts))
    return _terms(*entries)


def _steering(found: Steering | None) -> tuple[tuple[str, ...], ...]:
    """Whether the municipality can move it, with the reason, and to whom it is addressed."""
    if found is None:
        return ()
    steerable = f"{sentence(found.steerable.capitalize())} {sentence(found.reason)}".strip()
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


def _protected(finding: Finding) -> str:
    """What the guard did, in numbers of cells."""
    guard = finding.protection
    rules, published = finding.rules or f"Regelsatz „{guard.rule_set}“", _cells(guard.passed_published)
    if guard.passed_published == guard.cell_count:
        return f"{rules}: {published} unverändert übernommen."
    suppressed = _cells(guard.suppressed)
    passed = f", {published} von der Quelle bereits geschützt" if guard.passed_published else ""
    return f"{rules}: {_cells(guard.cell_count)} geprüft, {suppressed} gesperrt{passed}."


def _cells(number: int) -> str:
    return "1 Feld" if number == 1 else f"{format_number(Decimal(number))} Felder"


def _terms(*entries: tuple[str, ...]) -> Terms:
    """The entries that have a text; several texts become paragraphs."""
    return Terms(
        tuple(Term(name, _description(texts)) for name, *found in entries if (texts := [*filter(None, found)]))
    )


def _description(texts: list[str]) -> tuple[Paragraph, ...]:
    return tuple(Paragraph.of(text) for text in texts)


def _bases(finding: Finding) -> Iterable[str]:
    """What the values refer to; group by group where that differs."""
    bases = {line.label: next((value.base for value in line.series.values), "") for line in finding.lines}
    bases = {label: base for label, base in bases.items() if base}
    if len(set(bases.values())) == 1:
        return [f"Bezogen auf: {sentence(next(iter(bases.values())))}"]
    return [f"„{label}“ bezogen auf: {sentence(base)}" for label, base in bases.items()]


def _breaks(finding: Finding) -> Iterable[str]:
    for item in reading.visible_breaks((*finding.lines, *finding.comparison), finding):
        yield f"ab {item.first_year}: {sentence(item.text)} Quelle: {sentence(item.source)}"


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
