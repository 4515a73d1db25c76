"""Interpretations of an edition, and its indicators with them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from django.db.models import QuerySet

from mehrklang.catalogue import IndicatorDefinition
from mehrklang.pipeline import Result as ResultValue
from mehrklang.pipeline import find
from mehrklang.report import Finding
from mehrklang.vocabulary import Interpretation as InterpretationValue
from mehrklang_web.interpretation.models import Interpretation
from mehrklang_web.interpretation.standing import Standing, standing
from mehrklang_web.monitors.models import Edition
from mehrklang_web.results.assembly import monitoring_of
from mehrklang_web.results.models import Result, Run
from mehrklang_web.results.queries import latest_run, rows_of
from mehrklang_web.selection.catalogue import definitions
from mehrklang_web.selection.models import ChosenIndicator
from mehrklang_web.selection.queries import chosen


@dataclass(frozen=True, slots=True)
class Line:
    """One indicator in a list: chosen, perhaps computed, perhaps interpreted; `shown` says whether its value may be
    seen by the one who looks."""

    chosen: ChosenIndicator
    name: str
    field: str
    result: Result | None
    standing: Standing
    shown: bool
    open_offices: tuple[str, ...]


def current_text(edition: Edition, code: str) -> Interpretation | None:
    """The newest interpretation of an indicator, with its signatures."""
    return _texts(edition).filter(code=code).first()


def earlier_texts(edition: Edition, code: str) -> list[Interpretation]:
    """The interpretations that were written before the newest."""
    return list(_texts(edition).filter(code=code)[1:])


def current_texts(edition: Edition) -> dict[str, Interpretation]:
    """The newest interpretation of each indicator."""
    return {text.code: text for text in reversed(_texts(edition))}


def lines(edition: Edition, *, working_values: bool) -> list[Line]:
    """The chosen indicators in their order. Without the right to working values only interpreted ones are shown."""
    known = definitions(edition)
    rows = {row.code: row for row in rows_of(latest_run(edition))}
    texts = current_texts(edition)
    return [
        _line(each, known[each.code], rows.get(each.code), texts.get(each.code), working=working_values)
        for each in chosen(edition)
    ]


def _line(
    each: ChosenIndicator,
    definition: IndicatorDefinition,
    row: Result | None,
    text: Interpretation | None,
    *,
    working: bool,
) -> Line:
    stands = standing(text, row.data_version if row else "")
    shown = row is not None and (working or stands is Standing.VALID)
    open_offices = text.open_offices if text else ()
    return Line(each, definition.name, definition.field, row, stands, shown, open_offices)


def findings(edition: Edition, run: Run) -> tuple[Finding, ...]:
    """What may go out: results whose interpretation both offices have signed on these very data."""
    texts = current_texts(edition)
    valid = [row for row in Result.objects.filter(run=run) if _valid(texts.get(row.code), row)]
    return _findings(
        run,
        {row.code: row.to_value() for row in valid},
        {row.code: texts[row.code].to_value() for row in valid},
    )


def working_finding(run: Run, code: str, result: ResultValue, text: Interpretation | None) -> Finding:
    """A result in the form that charts and tables show, for the workshop: also where nobody has interpreted it yet.

    The placeholder says so; nothing made of it leaves the shell (reports take `findings`).
    """
    value = text.to_value() if text else InterpretationValue(code, "Noch nicht interpretiert.", "", ())
    return _findings(run, {code: result}, {code: value})[0]


def _findings(
    run: Run, results: Mapping[str, ResultValue], texts: Mapping[str, InterpretationValue]
) -> tuple[Finding, ...]:
    monitoring = replace(monitoring_of(run.edition), interpretations=MappingProxyType(dict(texts)))
    return find(monitoring, run.frame().around(results)).findings


def _valid(text: Interpretation | None, row: Result) -> bool:
    return standing(text, row.data_version) is Standing.VALID


def _texts(edition: Edition) -> QuerySet[Interpretation]:
    return Interpretation.objects.filter(edition=edition).prefetch_related("signatures")
