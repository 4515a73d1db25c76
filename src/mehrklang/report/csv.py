"""The CSV exit: every figure of the findings in one tidy table, with its sign in a column of its own.

Semicolon, decimal comma, no thousands separator: what German spreadsheets read. Numbers are rounded as in every other
exit. Where no number is told, `wert` is empty and `zeichen` and `grund` say why; both are never empty.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from mehrklang.indicators import IndicatorValue
from mehrklang.report import reading, spread
from mehrklang.report.finding import Finding, GroupSeries
from mehrklang.vocabulary import Figure, Material, Sign
from mehrklang.vocabulary.german import MINUS, format_exact, format_number
from mehrklang.vocabulary.spreadsheet import csv_text

COLUMNS = (
    "indikator", "name", "handlungsfeld", "gebiet_schluessel", "gebiet", "gruppe", "bezeichnung", "vergleich",
    "zeitpunkt", "einheit", "wert", "zeichen", "grund", "zaehler", "nenner", "basis", "spannweite_von",
    "spannweite_bis", "spannweite_verfahren", "spannweite_hinweis", "datenstand", "lieferung", "dateien",
    "ergebnisstand", "vorher", "vorher_ergebnisstand", "gebietsstand",
    "stabilisiert", "stabilisiert_eigengewicht", "stabilisiert_verfahren",
)  # fmt: skip


def render(findings: Iterable[Finding]) -> str:
    """The whole table as text."""
    return csv_text([COLUMNS, *(row for finding in findings for row in _rows(finding))])


def _rows(finding: Finding) -> Iterator[tuple[str, ...]]:
    for line in (*finding.lines, *finding.comparison):
        for value in line.series.values:
            yield _row(finding, line, value)


def _row(finding: Finding, line: GroupSeries, value: IndicatorValue) -> tuple[str, ...]:
    of, compared = finding.definition, line in finding.comparison
    texts = (of.code, of.name, of.field, line.area.key, line.area.name, line.group, line.label)
    figure = value.figure
    return (
        *texts,
        "ja" if compared else "nein",
        value.period.key,
        value.unit.value,
        _number(figure, value.unit.decimals if value.decimals is None else value.decimals),
        _sign(figure),
        figure.reason.value if figure.reason else "",
        _part(value.numerator),
        _part(value.denominator),
        value.base,
        *_spread(value),
        finding.data_version,
        _delivery(finding, value),
        ", ".join(finding.files),
        *_version(value),
        value.brought.sentence if value.brought else "",
        *_stabilised(line, value),
    )


def _delivery(finding: Finding, value: IndicatorValue) -> str:
    """The key of the frozen delivery, of published material alone: it is made of the file's bytes, so that from the key
    of own counts the suppressed ones could be tried out.
    """
    published = all(source.material is Material.PUBLISHED for source in finding.sources)
    return value.lineage.delivery if published else ""


def _version(value: IndicatorValue) -> tuple[str, ...]:
    """How final the value is, and what it was in the version before, where that was another."""
    if value.before is None:
        return (value.finality.label, "", "")
    decimals = value.unit.decimals if value.decimals is None else value.decimals
    former = value.before.figure
    return (value.finality.label, _number(former, decimals) or _sign(former), value.before.finality.label)


def _stabilised(line: GroupSeries, value: IndicatorValue) -> tuple[str, ...]:
    """The estimated value beside the raw one, the weight of the own value from 0 to 1, the method."""
    found = reading.estimate_at(line, value.period)
    if found is None:
        return ("", "", "")
    decimals = value.unit.decimals if value.decimals is None else value.decimals
    return (_number(found.figure, decimals), _plain(format_number(found.own, 2)), found.method.value)


def _spread(value: IndicatorValue) -> tuple[str, ...]:
    """Limits and method of the interval, and what has to be said about it."""
    if value.interval is None:
        return ("", "", "", value.interval_note)
    lower, upper = spread.limits(value.interval, value.unit)
    return (_plain(lower), _plain(upper), value.interval.method.value, value.interval_note)


def _number(figure: Figure, decimals: int) -> str:
    return _plain(format_number(figure.number, decimals)) if figure.number is not None else ""


def _sign(figure: Figure) -> str:
    """The sign; zero without one is "nothing there", as in the tables."""
    if figure.sign is not None:
        return figure.sign.value
    return Sign.NOTHING.value if figure.number == Decimal(0) else ""


def _part(figure: Figure | None) -> str:
    """Numerator or denominator: the number, its sign where none is told, empty where the value has no such part."""
    if figure is None:
        return ""
    return _plain(format_exact(figure.number)) if figure.number is not None else _sign(figure)


def _plain(text: str) -> str:
    return text.replace(".", "").replace(MINUS, "-")
