"""What must not stand in material that is added up: totals beside their parts, rates, balances, signs."""

from collections.abc import Sequence
from decimal import Decimal

from mehrklang.sources.faults import Faults, list_lines
from mehrklang.sources.labels import fold
from mehrklang.vocabulary import Observation, Unit

_TOTALS = ("insgesamt", "gesamt", "zusammen", "summe", "total", "alle", "insg.")


def is_total(label: str) -> bool:
    """Whether a label names the total of its feature.

    >>> is_total("Insgesamt"), is_total("Fächergruppen zusammen"), is_total("alle Berufsgruppen"), is_total("allein")
    (True, True, True, False)
    """
    words = fold(label).replace("(", " ").replace(")", " ").replace(":", " ").split()
    return bool(words) and (words[0] in _TOTALS or words[-1] in _TOTALS[:5])


def check_additive(observations: Sequence[Observation], faults: Faults) -> None:
    """Note everything that would make sums wrong; nothing is taken out."""
    _check_units(observations, faults)
    _check_figures(observations, faults)
    by_measure: dict[str, list[Observation]] = {}
    for one in observations:
        by_measure.setdefault(one.measure, []).append(one)
    for measure, rows in by_measure.items():
        for feature in sorted({feature for one in rows for feature, _ in one.breakdown.pairs}):
            _check_feature(rows, measure=measure, feature=feature, faults=faults)


def _check_units(observations: Sequence[Observation], faults: Faults) -> None:
    for one in observations:
        if not one.unit.additive:
            faults.add("L-EINHEIT-03", line=one.cell.line, einheit=one.unit.description)


def _check_figures(observations: Sequence[Observation], faults: Faults) -> None:
    unknown = [one.cell.line for one in observations if not one.figure.known]
    if unknown:
        faults.add("L-WERT-08", line=unknown[0], anzahl=len(unknown), zeilen=list_lines(unknown))
    for one in observations:
        if one.figure.number is not None:
            _check_number(one, one.figure.number, faults)


def _check_number(one: Observation, number: Decimal, faults: Faults) -> None:
    if number < 0:
        faults.add("L-WERT-09", line=one.cell.line, column=one.cell.column, raw=one.cell.raw)
    if one.unit is Unit.COUNT and number != number.to_integral_value():
        faults.add("L-WERT-04", line=one.cell.line, column=one.cell.column, raw=one.cell.raw)


def _check_feature(rows: Sequence[Observation], *, measure: str, feature: str, faults: Faults) -> None:
    labels: dict[str, list[int]] = {}
    for one in rows:
        labels.setdefault(one.breakdown.get(feature) or "", []).append(one.cell.line)
    without = labels.pop("", [])
    if without:
        faults.add(
            "L-SUMME-02",
            line=without[0],
            column=feature,
            messgroesse=measure,
            anzahl=len(without),
            zeilen=list_lines(without),
        )
    for label, lines in labels.items():
        if is_total(label) and len(labels) > 1:
            for line in lines:
                faults.add("L-SUMME-01", line=line, column=feature, messgroesse=measure, angabe=label)
