"""The file of a plan (Abrufplan): small, German, commented; read with all its faults at once."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from mehrklang.fetching.codes import issue
from mehrklang.fetching.plan import FeatureChoice, FetchPlan, Manners
from mehrklang.fetching.plan_table import PlanTable
from mehrklang.fetching.services import OTHER, SERVICES, Service
from mehrklang.fetching.slices import overlap
from mehrklang.vocabulary import Issue

_TABLE = re.compile(r"[0-9A-Za-z][0-9A-Za-z-]{2,24}")
_FEATURE = re.compile(r"[0-9A-Z]{1,8}")
_CATEGORY = re.compile(r"[0-9A-Za-z._/-]{1,25}")
_AREA = re.compile(r"\*|[0-9A-Z]{1,12}\*?")
_PLACE = re.compile(r"line (\d+), column (\d+)")
_MOST_CHOICES = 5
"""The interface takes five classifying features."""


@dataclass(frozen=True, slots=True)
class LoadedPlan:
    """The plan, None if there are issues."""

    plan: FetchPlan | None
    issues: tuple[Issue, ...] = ()


def read_plan(path: Path) -> LoadedPlan:
    """The plan of a TOML file; its target folder is meant as seen from the file."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        return LoadedPlan(None, (issue("A-PLAN-01", file=path.name, grund=_reason(error)),))
    return load_plan(text, path)


def load_plan(text: str, path: Path = Path("abruf.toml")) -> LoadedPlan:
    """The plan of a TOML text, as if it stood in the file `path`.

    >>> text = 'dienst="zensus"\\ntabelle="1000A-0000"\\nordner="volkszahl"\\n[jahre]\\nvon=2022\\nbis=2022'
    >>> load_plan(text).plan.service.key
    'zensus'
    >>> [each.message for each in load_plan(text.replace("tabelle", "tafel")).issues]
    ['Im Abrufplan fehlt „tabelle“.', 'Die Angabe „tafel“ gibt es im Abrufplan nicht.']
    """
    try:
        data: Mapping[str, object] = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return LoadedPlan(None, (issue("A-PLAN-01", file=path.name, grund=_reason(error)),))
    table = PlanTable(data, path.name)
    plan = _plan(table, path.parent)
    table.finish()
    return LoadedPlan(None if table.issues else plan, tuple(table.issues))


def _reason(error: Exception) -> str:
    if isinstance(error, OSError):
        return "Es gibt die Datei nicht, oder sie darf nicht gelesen werden"
    place = _PLACE.search(str(error))
    return f"Kein gültiges TOML in UTF-8{f' (Zeile {place[1]}, Spalte {place[2]})' if place else ''}"


def _plan(table: PlanTable, beside: Path) -> FetchPlan:
    service = _service(table)
    code = table.matching("tabelle", _TABLE, "zum Beispiel 12411-01-01-4")
    folder = beside / (table.text("ordner") or code)
    years = table.part("jahre")
    first, last = years.whole("von", 1900, 2100), years.whole("bis", 1900, 2100)
    if 0 < last < first:
        years.refuse("bis", "Das letzte Jahr liegt vor dem ersten")
    areas = table.part("gebiete", needed=False)
    feature, keys = _areas(areas) if areas.given else ("", ())
    choices = _choices(table, feature)
    return FetchPlan(service, code, folder, first, last, feature, keys, choices, _manners(table))


def _service(table: PlanTable) -> Service:
    key, address = table.text("dienst", needed=False), table.text("adresse", needed=False)
    known = SERVICES.get(key)
    if not key and not address:
        table.miss("dienst")
    elif known is None and (key or not address):
        table.refuse("dienst", f"Bekannt sind {', '.join(SERVICES)}; eine andere Datenbank nennt nur ihre „adresse“")
    if not address:
        return known or Service(OTHER, OTHER, "")
    if set("@?#") & set(address):
        table.refuse("adresse", "Zugangsdaten und Angaben nach einem Fragezeichen gehören nicht in die Adresse")
        return known or Service(OTHER, OTHER, "")
    service = Service(known.key if known else OTHER, known.title if known else address, address.rstrip("/") + "/")
    if not service.guarded:
        table.add("A-PLAN-05", adresse=address)
    return service


def _areas(table: PlanTable) -> tuple[str, tuple[str, ...]]:
    feature = table.matching("merkmal", _FEATURE, "zum Beispiel KREISE")
    keys = table.texts("schluessel", needed=False) or ("*",)
    for key in keys:
        if not _AREA.fullmatch(key):
            table.refuse("schluessel", f"„{key}“ ist kein Schlüssel und kein Anfang eines Schlüssels wie 03*")
    for at, key in enumerate(keys):
        for other in keys[at + 1 :]:
            if overlap(key, other):
                table.refuse("schluessel", f"„{key}“ und „{other}“ überschneiden sich")
    return feature, keys


def _choices(table: PlanTable, area_feature: str) -> tuple[FeatureChoice, ...]:
    choices = tuple(_choice(part) for part in table.parts("merkmale"))
    features = [choice.feature for choice in choices] + [area_feature]
    for feature in {each for each in features if each and features.count(each) > 1}:
        table.refuse("merkmale", f"„{feature}“ steht mehrmals im Plan")
    if len(choices) > _MOST_CHOICES:
        table.refuse("merkmale", f"Möglich sind höchstens {_MOST_CHOICES} Merkmale")
    return choices


def _choice(table: PlanTable) -> FeatureChoice:
    feature = table.matching("merkmal", _FEATURE, "zum Beispiel GES")
    categories = table.texts("auspraegungen")
    for category in categories:
        if not _CATEGORY.fullmatch(category):
            table.refuse("auspraegungen", f"„{category}“ ist kein Schlüssel einer Ausprägung")
    if len(set(categories)) < len(categories):
        table.refuse("auspraegungen", "Ein Schlüssel steht mehrmals da")
    return FeatureChoice(feature, categories)


def _manners(table: PlanTable) -> Manners:
    part, usual = table.part("hoeflichkeit", needed=False), Manners()
    return Manners(
        pause=part.seconds("pause", usual.pause),
        tries=part.whole("versuche", 1, 20, usual.tries),
        longest_pause=part.seconds("laengste_pause", usual.longest_pause),
        time_limit=part.seconds("zeitgrenze", usual.time_limit),
        most_requests=part.whole("hoechstens_anfragen", 1, 100_000, usual.most_requests),
    )
