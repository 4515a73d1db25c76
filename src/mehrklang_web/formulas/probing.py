"""The test value of a definition that is not saved yet, from published deliveries only.

Of registers and own counts there is none: whoever tries many formulas could subtract their values from one another and
come to single persons, although each alone is protected. Such a value is seen when results are frozen.
"""

from dataclasses import dataclass, replace
from pathlib import Path

from django.conf import settings

from mehrklang.catalogue import Catalogue, IndicatorDefinition
from mehrklang.package import Monitoring, Selection
from mehrklang.pipeline import Evaluation, evaluate
from mehrklang.vocabulary import Material
from mehrklang.vocabulary.german import format_with_unit
from mehrklang_web.catalogues.queries import sources_of
from mehrklang_web.monitors.models import Edition
from mehrklang_web.results.assembly import monitoring_of
from mehrklang_web.ui.issues import in_words

_ADDITIVE = (
    "Aus Registern und eigenen Zählungen zeigt das Programm keinen Testwert: Aus vielen Versuchen ließe sich auf "
    "einzelne Personen schließen. Den Wert sehen Sie, sobald Ergebnisse festgehalten sind."
)
_NOTHING = "Noch liegt keine Lieferung vor, aus der sich ein Wert rechnen ließe."


@dataclass(frozen=True, slots=True)
class ProbeLine:
    """The latest value of one group in the area of the monitoring that is a number, else the sign of the latest."""

    group: str
    value: str
    period: str


@dataclass(frozen=True, slots=True)
class Probe:
    """What came out: lines, or why there are none."""

    lines: tuple[ProbeLine, ...] = ()
    why_not: str = ""


def probe(edition: Edition, catalogue: Catalogue, definition: IndicatorDefinition) -> Probe:
    """Computes the definition, as if nothing else were chosen, from published deliveries; the guard works as always."""
    sources = frozenset(sources_of(catalogue, definition))
    if not sources:
        return Probe(why_not="Ohne Fächer einer Quelle gibt es keinen Testwert.")
    known = (catalogue.sources[key] for key in sources if key in catalogue.sources)
    published = frozenset(each.key for each in known if each.material is Material.PUBLISHED)
    if not published:
        return Probe(why_not=_ADDITIVE)
    monitoring = _alone(monitoring_of(edition), definition, published)
    if not monitoring.data:
        return Probe(why_not=_NOTHING)
    return _told(evaluate(monitoring, store=Path(settings.STORE)), definition.code)


def _alone(monitoring: Monitoring, definition: IndicatorDefinition, sources: frozenset[str]) -> Monitoring:
    others = (each for each in monitoring.own_indicators if each.code != definition.code)
    return replace(
        monitoring,
        selection=(Selection(definition.code, "Testwert"),),
        candidates=(),
        own_indicators=(*others, definition),
        data=tuple(each for each in monitoring.data if each.source in sources),
    )


def _told(evaluation: Evaluation, code: str) -> Probe:
    result = evaluation.results.get(code)
    if result is None:
        told = dict.fromkeys(in_words(issue).message for issue in evaluation.issues)
        return Probe(why_not=" ".join(told) or _NOTHING)
    lines = []
    for group, label in result.labels.items():
        series = result.of(area=evaluation.area.key, group=group)
        if series and series.values:
            known = [value for value in series.values if value.figure.number is not None] or series.values
            last = max(known, key=lambda value: value.period)
            lines.append(ProbeLine(label, format_with_unit(last.figure, last.unit, last.decimals), last.period.label))
    nothing = f"Für „{evaluation.area.name}“ liegt kein Wert vor."
    return Probe(tuple(lines), "" if lines else nothing)
