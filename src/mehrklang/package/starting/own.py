"""An own publication as source, definitions and table: its series become a delivery like any other."""

import csv
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from io import StringIO
from pathlib import Path

from mehrklang.catalogue import (
    Binding,
    Catalogue,
    Direction,
    Evidence,
    GroupBinding,
    IndicatorDefinition,
    IndicatorKind,
    Match,
    MatchDegree,
    Perspective,
    Source,
    Term,
)
from mehrklang.package.checksum import checksum
from mehrklang.package.monitoring import DataReference
from mehrklang.package.starting.series import OwnSeries
from mehrklang.sources.labels import fold
from mehrklang.vocabulary import Area, Material, Unit

OWN_SOURCE = "eigene-veroeffentlichung"
FILE = Path("daten") / "eigene-reihen.csv"
_HEADS = ("Messgröße", "Gebiet", "Gebietsname", "Gebietsebene", "Obergebiet", "Zeitraum", "Einheit", "Wert")


def own_codes(series: Iterable[OwnSeries]) -> Mapping[str, str]:
    """The code of every indicator by its name, each once, in the order of the table.

    >>> from mehrklang.vocabulary import Unit
    >>> one = OwnSeries("Kita-Besuch (3–5 Jahre)", "insgesamt", Unit.PERCENT, ())
    >>> dict(own_codes([one]))
    {'Kita-Besuch (3–5 Jahre)': 'eigen-kita-besuch-3-5-jahre'}
    """
    found: dict[str, str] = {}
    for name in dict.fromkeys(each.name for each in series):
        code = f"eigen-{_slug(name)}"
        taken = set(found.values())
        found[name] = next(each for each in (code, *(f"{code}-{at}" for at in range(2, 999))) if each not in taken)
    return found


def own_source(publication: str, organisation: str) -> Source:
    """The publication as a source: published, so that nothing in it is protected twice."""
    return Source(
        key=OWN_SOURCE,
        name=f"Eigene Veröffentlichung „{publication}“",
        producer=organisation,
        licence="eigene Veröffentlichung",
        citation=f"{organisation}, {publication}",
        material=Material.PUBLISHED,
        rule_set="geschuetzt",
        access="Liegt im Haus vor.",
        note="Übernommen aus einer bisherigen Veröffentlichung; nicht neu gerechnet.",
        references=(publication,),
    )


def own_definitions(
    series: Iterable[OwnSeries], matched: Mapping[str, str], catalogue: Catalogue
) -> tuple[IndicatorDefinition, ...]:
    """A definition for every indicator of the publication. Where an entry of the catalogue matches, its question, field
    and direction are taken; otherwise the indicator is context until somebody describes it."""
    rows = list(series)
    return tuple(
        _definition(
            name, code, [each for each in rows if each.name == name], catalogue.indicators.get(matched.get(name, ""))
        )
        for name, code in own_codes(rows).items()
    )


def _definition(name: str, code: str, rows: list[OwnSeries], like: IndicatorDefinition | None) -> IndicatorDefinition:
    base = like or _undescribed(name, rows[0].unit)
    fits = like is not None and like.unit is rows[0].unit
    return replace(
        base,
        code=code,
        name=name,
        unit=rows[0].unit,
        kind=IndicatorKind.PUBLISHED,
        per=100,
        core=False,
        source=OWN_SOURCE,
        method="Wie in der bisherigen Veröffentlichung; dort nachlesen, wie gerechnet wurde.",
        same_as=(),
        breaks=(),
        bindings=(Binding(OWN_SOURCE, tuple(_group(code, each) for each in rows)),),
        derivation=None,
        pooled_years=1,
        catalogue="",
        number="",
        definitions=(),
        level=None,
        matches=(_match(like, fits=fits),) if like else (),
        versions=(),
        rule_set="",
    )


def _match(like: IndicatorDefinition, *, fits: bool) -> Match:
    """Somebody said that both mean the same; whether they are computed alike is not known."""
    degree = MatchDegree.CLOSE if fits else MatchDegree.RELATED
    difference = "Wie gerechnet wurde, steht in der bisherigen Veröffentlichung" + (
        "." if fits else "; andere Einheit."
    )
    return Match(like.code, degree, difference, "Zuordnung bei der Übernahme")


def _undescribed(name: str, unit: Unit) -> IndicatorDefinition:
    return IndicatorDefinition(
        code="",
        name=name,
        field="Noch nicht zugeordnet",
        question=f"Was zeigt „{name}“?",
        relevance="Stand in der bisherigen Veröffentlichung.",
        numerator="wie in der bisherigen Veröffentlichung",
        denominator="wie in der bisherigen Veröffentlichung",
        population="wie in der bisherigen Veröffentlichung",
        unit=unit,
        kind=IndicatorKind.PUBLISHED,
        direction=Direction.CONTEXT,
        perspective=Perspective.CONTEXT,
        evidence=Evidence.OBJECTIVE,
        references=("bisherige Veröffentlichung",),
    )


def _group(code: str, each: OwnSeries) -> GroupBinding:
    term = Term(_measure(code, each), each.unit)
    return GroupBinding(_slug(each.group), each.group, (term,), base=f"{each.group} (bisherige Veröffentlichung)")


def _measure(code: str, each: OwnSeries) -> str:
    return f"{code}--{_slug(each.group)}"


def own_file(series: Iterable[OwnSeries], area: Area, folder: Path) -> DataReference:
    """Writes the series in table form below the folder, cells as they were typed."""
    rows = list(series)
    codes = own_codes(rows)
    text = StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\n")
    writer.writerow(_HEADS)
    place = (area.key, area.name, area.level.value, area.parent or "")
    for each in rows:
        measure = _measure(codes[each.name], each)
        for point in each.points:
            writer.writerow((measure, *place, point.period.label, each.unit.description, point.text))
    path = folder / FILE
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text.getvalue(), encoding="utf-8", newline="\n")
    return DataReference(FILE, "tidy", OWN_SOURCE, checksum(path))


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", fold(text).replace("ß", "ss")).strip("-") or "ohne-namen"
