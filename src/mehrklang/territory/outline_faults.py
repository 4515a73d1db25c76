"""The issues of boundary files: codes G-GRENZEN-…, explained in the Handbuch (gebiete.md)."""

from collections.abc import Mapping, Sequence

from mehrklang.vocabulary import Issue, Severity

_SHOWN = 6
_MEGA = 1_000_000


def _fault(code: str, message: str, remedy: str, line: int = 0) -> Issue:
    return Issue(code, Severity.ERROR, message, remedy, line=line)


def too_large(size: int, most: int) -> Issue:
    """The file is larger than a boundary file needs to be."""
    return _fault(
        "G-GRENZEN-01",
        f"Die Datei ist mit {size // _MEGA} MB zu groß; höchstens {most // _MEGA} MB sind erlaubt.",
        "Bitte die Grenzen im Geoinformationssystem auf die Gebiete der Kommune beschränken oder vereinfachen.",
    )


def no_collection() -> Issue:
    """No GeoJSON, or one without features."""
    return _fault(
        "G-GRENZEN-02",
        "Die Datei ist keine GeoJSON-Sammlung (FeatureCollection) mit Flächen.",
        "Bitte die Grenzen im Geoinformationssystem als GeoJSON ausgeben.",
    )


def no_surface(number: int) -> Issue:
    """A feature that is no closed surface."""
    return _fault(
        "G-GRENZEN-03",
        f"Das {number}. Objekt ist keine Fläche mit geschlossenem Umriss.",
        "Bitte nur Flächen ausgeben (Polygon, MultiPolygon); erster und letzter Punkt sind gleich.",
    )


def other_system(name: str) -> Issue:
    """Coordinates that are not ours, or that contradict what the file says of them."""
    told = f"„{name}“" if name else "kein Koordinatensystem"
    return _fault(
        "G-GRENZEN-04",
        f"Die Datei nennt {told}; ihre Zahlen lassen sich so nicht als Ort lesen. Möglich sind Längen- und "
        "Breitengrade (WGS84) sowie ETRS89 / UTM-Zone 32 oder 33 (EPSG 25832, 25833).",
        "Bitte die Grenzen im Geoinformationssystem als GeoJSON in WGS84 ausgeben.",
    )


def nothing_matches(named: Sequence[Mapping[str, str]]) -> Issue:
    """No property names an area of the register."""
    first = "; ".join(f"{name}: {text}" for name, text in list(named[0].items())[:_SHOWN]) or "keine"
    return _fault(
        "G-GRENZEN-05",
        f"Keine Eigenschaft der Flächen nennt einen Schlüssel des Verzeichnisses. Eigenschaften der ersten Fläche: "
        f"{first}.",
        "Bitte eine Eigenschaft mit dem Schlüssel des Gebiets mit ausgeben oder die Gebiete zuerst einlesen.",
    )


def other_plane() -> Issue:
    """Degrees beside the metres of boundaries that stay."""
    return _fault(
        "G-GRENZEN-06",
        "Vorhandene Grenzen anderer Gebiete stehen in Metern, diese in Längen- und Breitengraden; auf einer Karte "
        "passten sie nicht zusammen.",
        "Bitte die Grenzen aller Gebiete zusammen einlesen.",
    )
