"""Findings made by hand: invented numbers of an invented town, for tests of everything that shows findings.

Figures are written as they are printed: "7.5", "(7.5)" limited, "–" nothing, "." suppressed, "/" unreliable,
"x" blocked, "…" pending, "0" negligible.
"""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from mehrklang.assessment import Assessment, Movement, Operator, Target, TargetState, Trend
from mehrklang.assessment.small_areas import Estimate, Smoothing
from mehrklang.catalogue import (
    Break,
    BreakKind,
    Direction,
    Evidence,
    IndicatorDefinition,
    IndicatorKind,
    Perspective,
    Source,
)
from mehrklang.cubes import Protection
from mehrklang.indicators import IndicatorValue, Series
from mehrklang.report import Finding, GroupSeries
from mehrklang.vocabulary import (
    Area,
    AreaLevel,
    Boundary,
    Figure,
    Interpretation,
    Lineage,
    Material,
    Period,
    Reason,
    Sign,
    Signature,
    SourceCell,
    Unit,
)

TOWN = Area("00000001", "Beispielstadt", AreaLevel.MUNICIPALITY)
STATE = Area("00", "Musterland", AreaLevel.STATE)
QUARTERS = tuple(
    Area(f"beispiel:{at}", name, AreaLevel.QUARTER, parent=TOWN.key)
    for at, name in enumerate(
        ("Altstadt", "Bahnhofsviertel", "Nordstadt", "Siedlung am Wald", "Südufer", "Weststadt"), start=1
    )
)

SOURCE = Source(
    key="probe",
    name="Einwohnerregister (Probe)",
    producer="Statistikstelle der Beispielstadt",
    licence="Datenlizenz Deutschland – Namensnennung – Version 2.0",
    citation="Statistikstelle der Beispielstadt, Einwohnerregister, erfundene Werte",
    material=Material.ADDITIVE,
    rule_set="probe",
)

_METHOD = Smoothing.KLEINMAN

BREAK = Break(2016, BreakKind.SURVEY, "Neue Hochrechnung nach dem Zensus 2011", "Methodenbericht (Probe)")

_SIGNS = {
    ".": (Sign.UNKNOWN, Reason.SUPPRESSED),
    "/": (Sign.UNRELIABLE, Reason.SOURCE_UNRELIABLE),
    "x": (Sign.BLOCKED, Reason.SOURCE_NOT_MEANINGFUL),
    "…": (Sign.PENDING, Reason.SOURCE_LATER),
    "0": (Sign.NEGLIGIBLE, Reason.BELOW_HALF_UNIT),
}

_DEFINITION = IndicatorDefinition(
    code="PROBE-1",
    name="Einbürgerungsquote",
    field="Rechtliche Teilhabe",
    question="Wie viele der Menschen, die sich einbürgern lassen können, tun es?",
    relevance="Die Einbürgerung gibt alle Rechte: wählen, gewählt werden, frei reisen.",
    numerator="Einbürgerungen im Jahr",
    denominator="Ausländische Bevölkerung am 31.12. mit einem Aufenthalt von mindestens acht Jahren",
    population="Ausländische Bevölkerung mit Hauptwohnung",
    unit=Unit.PERCENT,
    kind=IndicatorKind.SHARE,
    direction=Direction.HIGH_IS_GOOD,
    perspective=Perspective.STRENGTH,
    evidence=Evidence.OBJECTIVE,
    core=True,
    features=("Staatsangehörigkeit",),
    source="probe",
    method="Zähler und Nenner stammen aus demselben Register und demselben Stichtag.",
    notes=("Mehrfache Staatsangehörigkeiten zählen als deutsche.",),
    breaks=(BREAK,),
    same_as=("LSN-1-2-2 (gleich)",),
)


def figure(text: str) -> Figure:
    """A figure as it is printed."""
    if text == "–":
        return Figure.nothing()
    if text in _SIGNS:
        return Figure.signed(*_SIGNS[text])
    if text.startswith("("):
        return Figure.limited(Decimal(text[1:-1]))
    return Figure.of(Decimal(text))


def definition(**changes: Any) -> IndicatorDefinition:
    """A definition; anything may be changed."""
    return replace(_DEFINITION, **changes)


def value(
    text: str, period: str, *, of: IndicatorDefinition = _DEFINITION, area: Area = TOWN, group: str = "auslaendisch"
) -> IndicatorValue:
    """One value with numerator, denominator, formula and lineage."""
    shown = figure(text)
    parts = (Figure.of(shown.number * 10), Figure.of(1000)) if shown.number else (None, None)
    cell = SourceCell("probe.csv", 12, "Anzahl", text)
    return IndicatorValue(
        indicator=of.code,
        area=area.key,
        period=Period.parse(period),
        group=group,
        unit=of.unit,
        figure=shown,
        numerator=parts[0],
        denominator=parts[1],
        base="Ausländische Bevölkerung am 31.12.",
        formula=f"{text} von 1 000",
        lineage=Lineage("lieferung-1", (cell,), 1),
    )


def line(
    numbers: str,
    *,
    start: int = 2010,
    of: IndicatorDefinition = _DEFINITION,
    area: Area = TOWN,
    group: str = "auslaendisch",
    label: str = "Ausländerinnen und Ausländer",
    assessment: Assessment | None = None,
) -> GroupSeries:
    """A line of yearly values, written "1.2 . 1.4 (1.5)"."""
    values = tuple(
        value(text, str(start + at), of=of, area=area, group=group) for at, text in enumerate(numbers.split())
    )
    return GroupSeries(area, group, label, Series(of.code, area.key, group, values), assessment)


def target(**changes: Any) -> Target:
    """From 2,1 % in 2018 to at least 3,5 % in 2028."""
    plain = Target(
        base_value=Decimal("2.1"),
        base_year=2018,
        operator=Operator.AT_LEAST,
        value=Decimal("3.5"),
        year=2028,
        responsible="Einbürgerungsbehörde",
        reason="Beschluss des Rates (Probe)",
    )
    return replace(plain, **changes)


def assessment(
    state: TargetState = TargetState.ON_COURSE, movement: Movement = Movement.RISING, **changes: Any
) -> Assessment:
    """An assessment with a trend."""
    trend = Trend(
        movement=movement,
        slope=None if movement is Movement.NOT_ASSESSABLE else Decimal("0.12"),
        points=8,
        first_year=2016,
        last_year=2023,
        rule="Gerade durch die Werte seit dem letzten Bruch; bewertet ab fünf Werten.",
        reason="Acht Werte seit 2016 liegen nahe an einer steigenden Geraden.",
        welcome=True if movement is Movement.RISING else None,
    )
    plain = Assessment(
        state=state,
        reason="Der Wert 2023 liegt höchstens ein Zehntel des Weges unter dem geraden Weg zum Ziel.",
        trend=trend,
        latest=None,
        target=None if state is TargetState.NOT_ASSESSABLE else target(),
        path_value=None if state is TargetState.NOT_ASSESSABLE else Decimal("2.8"),
        threshold="",
        breaks=(BREAK,),
    )
    return replace(plain, **changes)


def interpretation(of: str = "PROBE-1", **changes: Any) -> Interpretation:
    """Signed by both offices."""
    plain = Interpretation(
        indicator=of,
        text="Die Quote **steigt** seit 2016 langsam.\n\n- Die Bearbeitung dauert *kürzer*.\n- Es gibt mehr Beratung.",
        data_version="v1",
        signatures=(
            Signature("A. Beispiel", "Koordination", date(2024, 5, 2)),
            Signature("B. Muster", "Statistik", date(2024, 5, 3)),
        ),
        summary="Mehr Menschen lassen sich einbürgern als vor acht Jahren.",
    )
    return replace(plain, **changes)


def finding(*lines: GroupSeries, of: IndicatorDefinition = _DEFINITION, **changes: Any) -> Finding:
    """A finding; without lines, one with a break, a gap, a limited value, a target and a comparison."""
    own = lines or (line("2.3 2.4 2.2 2.1 . 2.0 1.9 2.0 2.1 (2.2) 2.4 2.5 2.6 2.7", assessment=assessment()),)
    plain = Finding(
        definition=of,
        area=TOWN,
        lines=own,
        interpretation=interpretation(of.code),
        sources=(SOURCE,),
        protection=Protection("probe", 28, suppressed_primary=1),
        data_version="v1",
        goals=("Mehr Menschen nehmen alle Bürgerrechte wahr",),
        why="Das Ziel der Stadt ist die volle rechtliche Teilhabe.",
        comparison=()
        if lines
        else (line("2.0 2.0 2.1 2.1 2.0 1.9 2.2 2.2 2.3 2.2 2.3 2.3 2.4 2.4", area=STATE, of=of),),
    )
    return replace(plain, **changes)


def by_quarter(texts: str = "12.5 18.0 . 9.4 (31.2) 14.1", year: int = 2023, **changes: Any) -> Finding:
    """A finding of one year for the town and its six quarters."""
    of = definition(
        code="PROBE-2", name="Kinder im Bezug von Grundsicherung", field="Soziale Sicherung",
        direction=Direction.LOW_IS_GOOD, perspective=Perspective.DEFICIT, breaks=(),
        question="Wie viele Kinder leben in einem Haushalt mit Grundsicherung?",
    )  # fmt: skip
    own = line("15.3", start=year, of=of, group="alle", label="alle Kinder unter 15 Jahren")
    parts = tuple(
        line(text, start=year, of=of, area=area, group="alle", label="alle Kinder unter 15 Jahren")
        for area, text in zip(QUARTERS, texts.split(), strict=True)
    )
    return finding(own, *parts, of=of, **changes)


def stabilised(plain: Finding) -> Finding:
    """The finding with stabilised values beside all that its parts tell: half of the own value, half of 20."""
    return replace(plain, lines=tuple(_beside(each) if each.area != plain.area else each for each in plain.lines))


def _beside(line: GroupSeries) -> GroupSeries:
    found = tuple(
        Estimate(
            line.area.key, line.group, each.period, Figure.of((each.figure.number + 20) / 2), Decimal("0.5"), _METHOD
        )
        for each in line.series.values
        if each.figure.number is not None
    )
    return replace(line, stabilised=found)


def gap(**changes: Any) -> Finding:
    """A finding of one year in which two groups stand beside each other."""
    of = definition(
        code="PROBE-3", name="Erwerbstätigenquote", field="Arbeit", breaks=(),
        question="Wie viele Menschen im Erwerbsalter sind erwerbstätig?",
    )  # fmt: skip
    first = line("58.4", start=2023, of=of, group="mit", label="mit Einwanderungsgeschichte")
    second = line("69.7", start=2023, of=of, group="ohne", label="ohne Einwanderungsgeschichte")
    return finding(first, second, of=of, **changes)


def boundaries() -> tuple[Boundary, ...]:
    """Six squares in two rows, in degrees, around 52° north."""
    found = []
    for at, area in enumerate(QUARTERS):
        x, y = 8.0 + 0.03 * (at % 3), 52.0 + 0.02 * (at // 3)
        ring = ((x, y), (x + 0.03, y), (x + 0.033, y + 0.01), (x + 0.03, y + 0.02), (x, y + 0.02), (x, y))
        found.append(Boundary(area.key, (ring,)))
    return tuple(found)


def many(count: int = 60) -> tuple[Finding, ...]:
    """As many findings as a large report has: three lines over fifteen years each."""
    fields = ("Rechtliche Teilhabe", "Bildung", "Arbeit", "Wohnen", "Gesundheit", "Gesellschaftliche Teilhabe")
    states = tuple(TargetState)
    found = []
    for at in range(count):
        of = definition(code=f"PROBE-{at:02d}", name=f"Beispielquote Nummer {at + 1}", field=fields[at * 6 // count])
        rows = [
            " ".join(f"{20 + 3 * row + at % 7 + ((year * 7 + row * 5 + at) % 11) / 5:.1f}" for year in range(15))
            for row in range(3)
        ]
        found.append(
            finding(
                line(rows[0], of=of, assessment=assessment(states[at % 5])),
                line(rows[1], of=of, group="deutsch", label="Deutsche", assessment=assessment(states[at % 5])),
                of=of,
                comparison=(line(rows[2], of=of, area=STATE),),
            )
        )
    return tuple(found)
