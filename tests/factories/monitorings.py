"""Monitorings for the tests: any that may exist (hypothesis), and a small one written as a folder."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType

from hypothesis import strategies as st

from mehrklang.assessment import Operator, PathKind, Step, Target
from mehrklang.catalogue import (
    Access,
    Authority,
    Binding,
    Break,
    BreakKind,
    Cadence,
    DefinitionVersion,
    Derivation,
    Direction,
    Evidence,
    ExpectedDay,
    GroupBinding,
    IndicatorDefinition,
    IndicatorKind,
    Match,
    MatchDegree,
    NamedCatalogue,
    Perspective,
    Source,
    Supply,
    Term,
    TimeReference,
    load,
)
from mehrklang.package import DataReference, FurtherTarget, Goal, Monitoring, Selection, Steerable, checksum
from mehrklang.planning import (
    Consequence,
    CouncilDecision,
    GoalLevel,
    Measure,
    MeasureState,
    MissedTarget,
    Phase,
    PlannedPhase,
    SelectionState,
    Verdict,
)
from mehrklang.planning.expected import ExpectedDelivery
from mehrklang.planning.shared import Judgement, Shared, SharedKind
from mehrklang.planning.starting_point import StartingPoint
from mehrklang.sources import KINDS
from mehrklang.territory import Manner, Membership, SourceOn, Union, Vintage, Weighting
from mehrklang.vocabulary import (
    Area,
    AreaLevel,
    Boundary,
    Breakdown,
    Finality,
    Interpretation,
    Material,
    Period,
    Signature,
    Unit,
)
from mehrklang.vocabulary.retirement import Retirement
from tests.factories.planning import agreements, communication_plans, concepts, remarks

# A head may not hold a line that closes it; carriage returns are no line ends here; surrogates are no text.
_CHARACTERS = st.characters(exclude_categories=("Cs",), exclude_characters="\r")
texts = st.text(_CHARACTERS, max_size=30).map(str.strip).filter(lambda text: "+++" not in text)
full_texts = texts.filter(bool)
days = st.dates(date(1990, 1, 1), date(2060, 1, 1))
numbers = st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**6), max_value=10**6)
positive = st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=1, max_value=10**6)
codes = st.sampled_from(sorted(load().indicators))
sources = st.sampled_from(sorted(load().sources))
rule_sets = st.sampled_from(["", *sorted(load().rule_sets)])
kinds = st.sampled_from(sorted(KINDS))
retirements = st.builds(Retirement, full_texts, days, full_texts, codes | st.just(""))
checksums = st.sampled_from(["", "a" * 64])

REGISTER_KEYS = ("03", "03153", "03159", "eigen:harz")
MEMBERSHIPS = (
    Membership("region", "03153", "03", until=date(2016, 10, 31)),
    Membership("region", "03153", "03159", date(2016, 11, 1)),
    Membership("wahlkreis „52“", "03153", "03"),
)
TIMETABLE = (
    PlannedPhase(Phase.CONCEPT, date(2026, 1, 5), date(2026, 6, 30), "Fachstelle „Integration“"),
    PlannedPhase(Phase.REPORT),
)
EXPECTED = (
    ExpectedDelivery("azr", Period.parse("2025-12-31"), date(2026, 5, 1)),
    ExpectedDelivery("schulstatistik", Period.parse("2025/26")),
)
SHARED = (
    Shared(SharedKind.SOURCE, "eigene-befragung", "Sozialmonitoring"),
    Shared(
        SharedKind.CATALOGUE,
        "verband-2",
        judgements=(
            Judgement("a" * 64, taken=True, day=date(2026, 5, 1), who="A. „Muster“"),
            Judgement("b" * 64, taken=False, day=date(2026, 6, 1), why="Wir zählen anders.\nNoch."),
        ),
    ),
)
OWN_SOURCE = Source(
    "eigene-befragung", "Befragung", "Stadt", "intern", "Stadt, Befragung 2025", Material.ADDITIVE, "mindestfallzahl-3",
    rhythm="alle drei Jahre", rounding=5, note="„Stichprobe“ \\ mit\nZeilenumbruch", access="Statistikstelle",
    references=("Bericht",),
)  # fmt: skip
OWN_SHARE = IndicatorDefinition(
    "eigener-anteil", "Eigener Anteil", "Wohnen", "Wie hoch?", "Weil.", "Bejahende", "Befragte", "Erwachsene",
    Unit.PERCENT,
    IndicatorKind.SHARE, Direction.HIGH_IS_GOOD, Perspective.STRENGTH, Evidence.SUBJECTIVE, core=True,
    features=("geschlecht",),
    source="eigene-befragung", method="Frage 7", notes=("Achtung",), references=("Bericht",),
    breaks=(Break(2021, BreakKind.SURVEY, "neuer Fragebogen", "Bericht", ("03153",)),),
    bindings=(
        Binding("eigene-befragung", (
            GroupBinding(
                "frauen", "Frauen",
                (Term("ja", Unit.COUNT, Breakdown.of({"Geschlecht": "weiblich"})), Term("eher ja", Unit.COUNT)),
                (Term("alle", Unit.COUNT, Breakdown.of({"Geschlecht": "weiblich"})),), "Befragte Frauen",
            ),
            GroupBinding("alle", "Alle", (Term("ja", Unit.COUNT),), (Term("alle", Unit.COUNT),), "Befragte"),
        )),
    ),
)  # fmt: skip
OWN_GAP = IndicatorDefinition(
    "eigener-abstand", "Abstand", "Wohnen", "Wie weit?", "Weil.", "Frauen", "Alle", "Erwachsene",
    Unit.PERCENTAGE_POINTS,
    IndicatorKind.GAP, Direction.CONTEXT, Perspective.CONTEXT, Evidence.SUBJECTIVE, source="eigene-befragung",
    references=("Bericht",), derivation=Derivation("eigener-anteil", "frauen", "alle"),
    matches=(Match("einbuergerungsquote", MatchDegree.RELATED, "Etwas anderes.", "Bericht"),),
    versions=(DefinitionVersion(1, date(2025, 1, 2), "angelegt"), DefinitionVersion(2, date(2026, 3, 4), "Name", "B.")),
)  # fmt: skip

NAMED = NamedCatalogue(
    "verband-2", "Set des „Verbands“", "V 2", "Verband", "https://example.org", "2020", "frei erfunden"
)
TAKEN_IN = IndicatorDefinition(
    "verband-2-b-1", "Plätze", "Bildung", "", "", "Kinder mit Platz", "Kinder", "", Unit.PER_MILLE,
    IndicatorKind.RATE, Direction.LOW_IS_GOOD, Perspective.DEFICIT, Evidence.SUBJECTIVE, 1000,
    features=("geschlecht",), source="Jugendamt", notes=("Achtung",), catalogue="verband-2", number="B.1",
    definitions=("kjh-elternteil",), level=AreaLevel.QUARTER,
    matches=(
        Match("intmk-c2b", MatchDegree.CLOSE, "Dort je 100.", "Bericht"),
        Match("auslaenderanteil", MatchDegree.SAME),
    ),
)  # fmt: skip


@st.composite
def targets(draw: st.DrawFn) -> Target:
    year = draw(st.integers(1990, 2040))
    path = draw(st.sampled_from(PathKind))
    if path is PathKind.STEPS:
        years = draw(st.lists(st.integers(year + 1, year + 9), unique=True, min_size=1, max_size=3))
        steps = tuple(Step(each, draw(numbers)) for each in sorted(years))
        return Target(
            draw(numbers), year, draw(st.sampled_from(Operator)), draw(numbers), year + 10, path=path, steps=steps
        )
    if path is PathKind.GEOMETRIC:
        return Target(draw(positive), year, draw(st.sampled_from(Operator)), draw(positive), year + 5, path=path)
    return Target(
        base_value=draw(numbers),
        base_year=year,
        operator=draw(st.sampled_from(Operator)),
        value=draw(numbers),
        year=year + draw(st.integers(1, 20)),
        warn=draw(st.none() | numbers),
        act=draw(st.none() | numbers),
        responsible=draw(texts),
        reason=draw(texts),
    )


_further = st.builds(
    FurtherTarget,
    targets(),
    st.sampled_from(["", "03153"]),
    st.just(""),
    st.sampled_from([(), ("Koordination", "Statistik")]),
)


@st.composite
def boundaries(draw: st.DrawFn) -> Boundary:
    """Squares, some inside one another, so that some rings are holes."""
    rings = []
    for _ in range(draw(st.integers(1, 4))):
        x, y, side = draw(st.floats(-9, 9)), draw(st.floats(-9, 9)), draw(st.floats(0.5, 20))
        rings.append(((x, y), (x + side, y), (x + side, y + side), (x, y + side), (x, y)))
    return Boundary("", tuple(rings))


supplies = st.builds(
    Supply,
    holder=texts,
    contact=texts,
    authority=st.none() | st.sampled_from(Authority),
    legal_basis=texts,
    access=st.none() | st.sampled_from(Access),
    level=st.none() | st.sampled_from(AreaLevel),
    cadence=st.none() | st.sampled_from(Cadence),
    time_reference=st.sampled_from([None, TimeReference.DATE]),
    reference_days=st.sampled_from([(), ("31.12.",), ("30.06.", "31.12.")]),
    expected=st.none() | st.builds(ExpectedDay, st.integers(0, 60), st.integers(1, 31)),
    effort_hours=st.none() | numbers.map(abs),
    cost_euro=st.none() | numbers.map(abs),
    retention=texts,
    definitions=st.lists(st.sampled_from(sorted(load().definitions)), max_size=2, unique=True).map(tuple),
)
_breaks = st.builds(
    Break,
    st.integers(1990, 2030),
    st.sampled_from(BreakKind),
    full_texts,
    full_texts,
    st.lists(texts, max_size=2).map(tuple),
)
_signatures = st.builds(Signature, full_texts, st.sampled_from(["Koordination", "Statistik", "Jugendamt"]), days)


decisions = st.lists(st.builds(CouncilDecision, full_texts, st.none() | days, texts, texts), max_size=2).map(tuple)


@st.composite
def measures(draw: st.DrawFn, key: str, goals: list[str], codes_chosen: list[str]) -> Measure:
    """Any measure for some of these goals and indicators."""
    begins, ends = sorted((draw(days), draw(days)))
    return Measure(
        key,
        draw(full_texts),
        tuple(goals[: draw(st.integers(0, len(goals)))]),
        tuple(codes_chosen[: draw(st.integers(0, len(codes_chosen)))]),
        draw(st.sampled_from(MeasureState)),
        draw(texts),
        draw(st.sampled_from([None, Decimal("0.01"), Decimal(120000)])),
        draw(texts),
        draw(st.sampled_from([None, begins])),
        draw(st.sampled_from([None, ends])),
        draw(texts),
        draw(decisions),
    )


@st.composite
def missed_targets(draw: st.DrawFn, code: str) -> MissedTarget:
    """Any record about a missed target of an indicator."""
    consequence = draw(st.none() | st.sampled_from(Consequence))
    return MissedTarget(
        code,
        draw(st.integers(1990, 2030)),
        draw(full_texts),
        consequence,
        draw(texts),
        2040 if consequence is Consequence.NEW_YEAR else None,
        group=draw(texts),
        decision=draw(st.none() | st.builds(CouncilDecision, full_texts, st.none() | days, texts, texts)),
        by=draw(texts),
        day=draw(st.none() | days),
    )


vintages = st.builds(
    Vintage,
    days,
    st.lists(
        st.builds(SourceOn, sources, st.sampled_from(Manner), st.sampled_from(Weighting)),
        unique_by=lambda one: one.source,
        max_size=2,
    ).map(tuple),
)


@st.composite
def monitorings(draw: st.DrawFn) -> Monitoring:
    """Any monitoring that holds together. Texts have no blanks at their ends."""
    goal_keys = draw(st.lists(st.sampled_from("abcdef"), unique=True))
    goals = tuple(
        Goal(
            key,
            draw(full_texts),
            draw(full_texts),
            draw(st.sampled_from(["", *goal_keys[:index]])),
            draw(texts),
            draw(st.none() | st.sampled_from(GoalLevel)),
            tuple(goal_keys[: draw(st.integers(0, index))]),
            draw(decisions),
        )
        for index, key in enumerate(goal_keys)
    )
    drawn = draw(st.lists(codes, unique=True, max_size=6))
    chosen, proposed = drawn[:4], drawn[4:]
    memberships = draw(st.sampled_from([(), MEMBERSHIPS]))
    return Monitoring(
        title=draw(full_texts),
        organisation=draw(full_texts),
        area="03153",
        edition=draw(full_texts),
        folder=Path(),
        comparison_areas=draw(st.lists(full_texts, max_size=3).map(tuple)),
        areas=tuple(
            Area(
                key,
                draw(full_texts),
                draw(st.sampled_from(AreaLevel)),
                draw(st.sampled_from([None, "03153"])),
                draw(st.none() | days),
                None,
                draw(st.sampled_from(["", "031530017017"])),
            )
            for key in draw(st.lists(full_texts.filter(lambda key: key not in REGISTER_KEYS), unique=True, max_size=3))
        ),
        memberships=memberships,
        unions=draw(st.sampled_from([(), (Union("eigen:harz", "Harz „Süd“", ("03153", "03159")),)])),
        boundaries=tuple(
            Boundary(key, draw(boundaries()).rings) for key in draw(st.lists(texts, unique=True, max_size=2))
        ),
        goals=goals,
        measures=tuple(
            draw(measures(key, goal_keys, chosen)) for key in draw(st.lists(st.sampled_from("mno"), unique=True))
        ),
        missed_targets=tuple(draw(missed_targets(code)) for code in chosen if draw(st.booleans())),
        selection=tuple(
            Selection(
                code,
                draw(full_texts),
                tuple(draw(st.lists(st.sampled_from(goal_keys), unique=True))) if goal_keys else (),
                draw(st.lists(texts, max_size=2).map(tuple)),
                draw(st.sampled_from(Steerable)),
                draw(texts),
                target=None if further else draw(targets()),
                target_signed_by=draw(st.sampled_from([(), ("Koordination",), ("Koordination", "Statistik")])),
                core=draw(st.booleans()),
                why_feature=draw(texts),
                further_targets=further,
                stabilised=draw(st.booleans()),
                question=draw(texts),
                perspective=draw(st.none() | st.sampled_from(Perspective)),
                if_moved=draw(texts),
                effort_hours=draw(st.none() | positive),
            )
            for code in chosen
            for further in [draw(st.sampled_from([(), ()]) | st.tuples(_further))]
        ),
        data=tuple(
            DataReference(
                Path("daten", f"{name}.csv"),
                draw(kinds),
                draw(sources),
                draw(st.sampled_from(["", "a" * 64])),
                draw(st.sampled_from([None, Period.parse("2017"), Period.parse("2023-WS")])),
                draw(st.sampled_from([None, Unit.PERCENT])),
                finality=draw(st.sampled_from([Finality.UNSTATED, Finality.PROVISIONAL])),
            )
            for name in draw(st.lists(st.sampled_from(["zahlen", "Übersicht 2024", "a-b"]), unique=True))
        ),
        own_indicators=(*draw(st.sampled_from([(), (OWN_GAP, OWN_SHARE)])), TAKEN_IN),
        catalogues=(NAMED,),
        shared=draw(st.sampled_from([(), SHARED])),
        retired_indicators=draw(st.dictionaries(codes, retirements, max_size=2).map(MappingProxyType)),
        own_sources=(replace(OWN_SOURCE, supply=draw(supplies)),),
        own_breaks=MappingProxyType(
            draw(st.dictionaries(codes, st.lists(_breaks, min_size=1, max_size=2).map(tuple), max_size=2))
        ),
        interpretations=MappingProxyType(
            {
                code: Interpretation(
                    code,
                    draw(full_texts),
                    draw(full_texts),
                    tuple(draw(st.lists(_signatures, max_size=2))),
                    draw(texts),
                )
                for code in chosen
            }
        ),
        introduction=draw(texts),
        rule_set=draw(rule_sets),
        timetable=draw(st.sampled_from([(), TIMETABLE])),
        vintage=draw(st.none() | vintages),
        starting_point=draw(st.none() | st.sampled_from(StartingPoint)),
        expected=draw(st.sampled_from([(), EXPECTED])),
        concept=draw(concepts()),
        communication=draw(communication_plans()),
        agreements=draw(agreements),
        remarks=tuple(draw(st.lists(remarks(), max_size=2))),
        supplies=MappingProxyType(draw(st.dictionaries(sources, supplies, max_size=3))),
        candidates=tuple(
            Selection(code, draw(texts), tuple(goal_keys), question=draw(texts), target=draw(st.none() | targets()))
            for code in proposed
        ),
        verdicts=tuple(
            draw(
                st.builds(
                    Verdict, st.just(code), st.sampled_from(SelectionState), texts, texts, texts, st.none() | days
                )
            )
            for code in drawn
        ),
    )


def small_folder(path: Path) -> Path:
    """A sound monitoring of one indicator, as an office would write it; the tests break single lines of it."""
    path.mkdir()
    (path / "daten").mkdir()
    (path / "daten" / "zahlen.csv").write_text("Year,Value\n2024,1\n", encoding="utf-8")
    digest = checksum(path / "daten" / "zahlen.csv")
    files = {
        "monitoring.toml": 'titel = "Probe"\norganisation = "Kreis"\ngebiet = "03153"\nausgabe = "2026"\n',
        "ziele.toml": '[[ziel]]\nschluessel = "z1"\ntitel = "Teilhabe"\nhandlungsfeld = "Recht"\n',
        "massnahmen.toml": (
            '[[massnahme]]\nschluessel = "m1"\ntitel = "Beratung"\nziele = ["z1"]\n'
            'indikatoren = ["einbuergerungsquote"]\nstand = "laufend"\nbudget_euro = 1000\nbeginn = 2026-01-01\n'
            "ende = 2026-12-31\n"
        ),
        "indikatoren.toml": (
            '[[indikator]]\ncode = "einbuergerungsquote"\nwarum = "Weil."\nziele = ["z1"]\nsteuerbar = "teilweise"\n'
            'zielwert_unterschriften = ["Koordination", "Statistik"]\nwarum_merkmal = "Wegen der Rechte."\n'
            '[indikator.zielwert]\nbasiswert = 2.5\nbasisjahr = 2023\nrichtung = "≥"\nwert = 5\njahr = 2030\n'
        ),
        "kandidaten.toml": (
            '[[kandidat]]\ncode = "auslaenderanteil"\nziele = ["z1"]\n\n'
            '[[abwaegung]]\ncode = "auslaenderanteil"\nstand = "zurueckgestellt"\nbegruendung = "Später."\n'
        ),
        "daten.toml": (
            f'[[datei]]\npfad = "daten/zahlen.csv"\nart = "opensdg"\nquelle = "{_SOURCE}"\nsha256 = "{digest}"\n'
        ),
        "quellen.toml": (
            '[[quelle]]\nschluessel = "azr"\nturnus = "jaehrlich"\nerwartet_monate = 7\nerwartet_tag = 15\n'
            'stichtage = ["31.12."]\nkosten_euro = 20.5\ndefinitionen = ["staatsangehoerigkeit"]\n'
        ),
        "interpretationen/einbuergerungsquote.md": (
            '+++\ndatenstand = "abc"\nkurzfassung = "Kurz."\n'
            '[[unterschrift]]\nname = "A"\nstelle = "Koordination"\ndatum = 2026-05-01\n'
            '[[unterschrift]]\nname = "B"\nstelle = "Statistik"\ndatum = 2026-05-02\n+++\n\nEin Text.\n'
        ),
    }
    for name, content in files.items():
        (path / name).parent.mkdir(exist_ok=True)
        (path / name).write_text(content, encoding="utf-8")
    return path


_SOURCE = next(iter(load().sources))


NATURALISED = "2022,Goslar,K03153,342\n2023,Goslar,K03153,443\n2023,Niedersachsen,K030,16868\n"
FOREIGN = "2022,Goslar,K03153,16355\n2023,Goslar,K03153,17275\n2023,Niedersachsen,K030,1085315\n"


def table(folder: Path, measure: str, rows: str) -> DataReference:
    """A small table in the form of the Land, written beside the monitoring."""
    path = folder / f"indicator_{measure}.csv"
    path.write_text(f"Year,Gebietseinheit,GeoCode,Value\n{rows}", encoding="utf-8")
    return DataReference(Path(path.name), "opensdg", "lsn-integrationsmonitoring", checksum(path))


def computable(folder: Path) -> Monitoring:
    """Naturalisations and foreign nationals of one Landkreis and its Land: figures as published, 2022 and 2023."""
    return Monitoring(
        "T",
        "O",
        "03153",
        "2026",
        folder,
        comparison_areas=("03",),
        areas=(Area("03153", "Landkreis Goslar", AreaLevel.DISTRICT),),
        selection=(Selection("einbuergerungsquote", "Weil."),),
        data=(table(folder, "2-3-1", NATURALISED), table(folder, "1-2-1", FOREIGN)),
    )
