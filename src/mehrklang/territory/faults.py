"""The issues of this room: codes G-… (Gebiete), explained in the Handbuch (gebiete.md)."""

from collections.abc import Collection, Sequence

from mehrklang.territory.apportionment import Weighting
from mehrklang.vocabulary import Issue, Observation, Period, Severity, Unit

_SHOWN = 5


def rates_refused(unit: Unit, found: Sequence[Observation]) -> Issue:
    """Rates, shares and means are not brought over."""
    return Issue(
        "G-EINHEIT-01",
        Severity.ERROR,
        f"{len(found)} Werte in der Einheit „{unit.description}“ wurden nicht umgerechnet: Quoten, Anteile und "
        "Durchschnitte lassen sich nicht auf andere Gebiete verteilen.",
        "Bitte Zähler und Nenner als Anzahlen umrechnen und die Quote danach neu bilden.",
    )


def weighting_missing(weighting: Weighting) -> Issue:
    """The crosswalk has no weights of this kind (employees before 1997)."""
    return Issue(
        "G-GEWICHT-01",
        Severity.ERROR,
        f"Der Umsteigeschlüssel enthält für dieses Jahr keine Gewichte nach {weighting.label}.",
        "Bitte nach Bevölkerung umrechnen.",
    )


def parts_missing(measure: str, period: Period, target: str, missing: Collection[str]) -> Issue:
    """Some old areas of a new one have no observation."""
    return Issue(
        "G-TEIL-01",
        Severity.WARNING,
        f"{measure}, {period.label}: Das Gebiet {target} lässt sich nicht bilden, weil Teile nicht geliefert sind: "
        f"{_list(missing)}.",
        "Bitte die fehlenden Gebiete nachliefern.",
    )


def counted_twice(measure: str, period: Period, area: str) -> Issue:
    """An area stands more than once in a series."""
    return Issue(
        "G-DOPPELT-01",
        Severity.ERROR,
        f"{measure}, {period.label}: Für das Gebiet {area} gibt es mehrere Werte; umgerechnet wurde keiner.",
        "Bitte klären, welcher Wert gilt, oder die Zeilen vorher zusammenzählen.",
    )


def year_without_key(year: int, known: Collection[int]) -> Issue:
    """No Umsteigeschlüssel for the year of the data."""
    span = f"{min(known)} bis {max(known)}" if known else "keine Jahre"
    return Issue(
        "G-JAHR-01",
        Severity.ERROR,
        f"Für {year} liegt kein Umsteigeschlüssel vor (vorhanden: {span}); die Werte wurden nicht umgerechnet.",
        "Bitte einen Umsteigeschlüssel für dieses Jahr einlesen.",
    )


def key_twice(key: str, names: Collection[str]) -> Issue:
    """Two areas have one key."""
    return Issue(
        "G-SCHLUESSEL-01",
        Severity.ERROR,
        f"Der Schlüssel {key} steht für mehrere Gebiete: {', '.join(sorted(names))}.",
        "Bitte jedem Gebiet einen eigenen Schlüssel geben.",
    )


def area_unknown(key: str, where: str) -> Issue:
    """A key that the register does not have."""
    return Issue(
        "G-SCHLUESSEL-02",
        Severity.ERROR,
        f"{where} verweist auf das Gebiet {key}, das nicht im Verzeichnis steht.",
        "Bitte das Gebiet ergänzen oder den Schlüssel berichtigen.",
    )


def going_round(hierarchy: str, key: str) -> Issue:
    """An area that lies in itself."""
    return Issue(
        "G-EBENE-01",
        Severity.ERROR,
        f"In der Gliederung „{hierarchy}“ liegt das Gebiet {key} über Zwischenstufen in sich selbst.",
        "Bitte die Obergebiete berichtigen.",
    )


def two_parents(hierarchy: str, key: str, parents: Collection[str]) -> Issue:
    """An area in two others of one hierarchy at the same time."""
    return Issue(
        "G-EBENE-02",
        Severity.ERROR,
        f"In der Gliederung „{hierarchy}“ liegt das Gebiet {key} zur selben Zeit in {' und '.join(sorted(parents))}.",
        "Bitte die Zeiträume der Zuordnung berichtigen.",
    )


def union_overlaps(key: str, part: str) -> Issue:
    """A union that holds an area and a part of it."""
    return Issue(
        "G-VERBUND-01",
        Severity.ERROR,
        f"Das zusammengesetzte Gebiet {key} enthält {part} doppelt: als Teil und in einem anderen Teil.",
        "Bitte die Teile so wählen, dass sie sich nicht überschneiden.",
    )


def _list(keys: Collection[str]) -> str:
    shown = sorted(keys)[:_SHOWN]
    return ", ".join(shown) + (" und weitere" if len(keys) > _SHOWN else "")
