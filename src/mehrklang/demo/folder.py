"""The demonstration municipality as a portable monitoring: deliveries, areas, goals, indicators, interpretations.

`build_demo` writes the deliveries (a monitoring's data are files) and answers with the monitoring; `write_demo` writes
the rest of the folder too.
"""

from dataclasses import dataclass, replace
from importlib.resources import as_file, files
from pathlib import Path
from tempfile import TemporaryDirectory

from mehrklang.catalogue import Break, BreakKind, IndicatorDefinition, Source, load
from mehrklang.demo.candidates import CANDIDATES, VERDICTS
from mehrklang.demo.communication import PLAN
from mehrklang.demo.concept import CONCEPT
from mehrklang.demo.counts import count
from mehrklang.demo.deliveries import deliveries
from mehrklang.demo.delivery import Delivery, write_delivery
from mehrklang.demo.geography import boundaries
from mehrklang.demo.goals import GOALS
from mehrklang.demo.interpretations import interpret, known_values
from mehrklang.demo.measures import MEASURES
from mehrklang.demo.register import register
from mehrklang.demo.remarks import REMARKS
from mehrklang.demo.selection import SELECTION
from mehrklang.demo.signatures import signatures
from mehrklang.demo.targets import PLANS, make_target
from mehrklang.demo.town import CITY, REFORM_YEAR, STATE, Town, build_town
from mehrklang.package import DataReference, Monitoring, Selection, checksum, data_version, write_folder
from mehrklang.pipeline import Evaluation, Result, evaluate

INHABITANTS, SEED = 60_000, 2010

DELIVERIES, REPLACED = Path("lieferungen"), Path("lieferungen", "ersetzt")

STALE = "rf-bevoelkerungsentwicklung"
"""Its interpretation was written on the delivery that was corrected later."""

_RESPONDENTS = 1100
_INTRODUCTION = """\
**Alles hier ist erfunden:** die Stadt, ihre Menschen, ihre Zahlen und ihre Beschlüsse. Die Demonstrationskommune zeigt,
wie ein Monitoring aussieht und wie Mehrklang mit Brüchen, fehlenden Werten, kleinen Zahlen und neuen Gebieten umgeht.

Reiherfurt an der Silbe überprüft alle zwei Jahre, ob die Ziele des Integrationskonzepts näher rücken. Ein Indikator
sagt für sich allein wenig; er wird hier zusammen mit Zielen, Einordnung und Gesprächen gelesen."""


@dataclass(frozen=True, slots=True)
class _Own:
    """What the municipality defines itself, in the catalogue's form."""

    definitions: tuple[IndicatorDefinition, ...]
    sources: tuple[Source, ...]


def write_demo(out: Path, *, inhabitants: int = INHABITANTS, seed: int = SEED) -> Monitoring:
    """Writes the whole folder; the same size and seed give the same bytes.

    FileExistsError if the folder is not empty.
    """
    if out.exists() and any(out.iterdir()):
        raise FileExistsError(f"Der Ordner „{out}“ ist nicht leer.")
    monitoring = build_demo(out, inhabitants=inhabitants, seed=seed)
    write_folder(monitoring, out)
    return monitoring


def build_demo(folder: Path, *, inhabitants: int = INHABITANTS, seed: int = SEED) -> Monitoring:
    """Writes the deliveries into the folder and answers with the monitoring over them.

    Targets and interpretations are made from the values that the pipeline computes, so they fit size and seed and tell
    nothing that the guard hides.
    """
    town = build_town(inhabitants=inhabitants, seed=seed)
    spells = register(town, inhabitants=inhabitants, seed=seed)
    counts = count(town, spells, asked=max(1, inhabitants // _RESPONDENTS))
    delivered = tuple(deliveries(town, counts, inhabitants=inhabitants, seed=seed))
    written = {delivery.name: _write(delivery, folder) for delivery in delivered}
    data = tuple(written[delivery.name] for delivery in delivered if not delivery.replaced)
    monitoring = _bare(town, folder, data)
    with TemporaryDirectory() as store:
        evaluation = evaluate(monitoring, store=Path(store))
    first_versions = [written[delivery.name].sha256 for delivery in delivered if delivery.replaced]
    interpretations = {
        code: interpret(result, data_version(first_versions) if code == STALE else result.data_version)
        for code, result in evaluation.results.items()
    }
    aimed = _with_targets(monitoring, evaluation)
    return replace(aimed, interpretations=interpretations, agreements=signatures(aimed.selection))


def _bare(town: Town, folder: Path, data: tuple[DataReference, ...]) -> Monitoring:
    """The monitoring before anybody has looked at a value: without targets and interpretations."""
    own = _own()
    return Monitoring(
        title="Integrationsmonitoring Reiherfurt",
        organisation="Stadt Reiherfurt (erfunden)",
        area=CITY.key,
        edition="2025",
        folder=folder,
        comparison_areas=(STATE.key,),
        areas=town.areas,
        boundaries=boundaries(town),
        goals=GOALS,
        measures=MEASURES,
        selection=SELECTION,
        data=data,
        own_indicators=own.definitions,
        own_sources=own.sources,
        own_breaks={"rf-anteil-mit-migrationshintergrund": (_reform(town),)},
        introduction=_INTRODUCTION,
        concept=CONCEPT,
        communication=PLAN,
        remarks=REMARKS,
        candidates=CANDIDATES,
        verdicts=VERDICTS,
    )


def _own() -> _Own:
    """The indicators and sources of the template, in the order of the catalogue's loader."""
    packaged = load()
    with as_file(files(__package__) / "vorlage") as template:
        whole = load(template / "quellen", template / "eigene-indikatoren")
    assert not whole.issues  # a test loads the template
    return _Own(
        tuple(each for code, each in whole.indicators.items() if code not in packaged.indicators),
        tuple(each for key, each in whole.sources.items() if key not in packaged.sources),
    )


def _write(delivery: Delivery, folder: Path) -> DataReference:
    place = REPLACED if delivery.replaced else DELIVERIES
    (folder / place).mkdir(parents=True, exist_ok=True)
    path = write_delivery(delivery, folder / place)
    return DataReference(place / delivery.name, "tidy", delivery.source, checksum(path))


def _with_targets(monitoring: Monitoring, evaluation: Evaluation) -> Monitoring:
    chosen = tuple(_with_target(one, evaluation.results.get(one.code)) for one in monitoring.selection)
    return replace(monitoring, selection=chosen)


def _with_target(chosen: Selection, result: Result | None) -> Selection:
    """The selection with its target, where one is planned and its base year has a value."""
    plan = PLANS.get(chosen.code)
    target = make_target(plan, result.definition, known_values(result, chosen.group)) if plan and result else None
    return replace(chosen, target=target, target_signed_by=plan.signed_by) if plan and target else chosen


def _reform(town: Town) -> Break:
    """The territorial change, for the quarters that it made."""
    made = tuple(quarter for quarter in town.quarters if quarter.valid_from)
    names = ", ".join(quarter.name for quarter in made)
    text = f"Neu gebildet zum 01.01.{REFORM_YEAR}: {names}; für frühere Jahre gibt es dort keine Werte."
    source = "Hauptsatzung der Stadt Reiherfurt 2019 (erfunden)"
    return Break(REFORM_YEAR, BreakKind.TERRITORY, text, source, tuple(quarter.key for quarter in made))
