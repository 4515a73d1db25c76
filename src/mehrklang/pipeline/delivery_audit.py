"""The audit of a finished delivery from outside, with nothing but the file."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from mehrklang.cubes import CellKey
from mehrklang.disclosure import DisclosureError
from mehrklang.disclosure.outside import Possible, possible_values
from mehrklang.sources import Reading, read
from mehrklang.vocabulary import Figure, Issue, Severity


@dataclass(frozen=True, slots=True)
class DeliveryAudit:
    """How many cells the file has, what its suppressed counts may be for a reader, and all issues."""

    cells: int
    suppressed: tuple[Possible, ...]
    issues: tuple[Issue, ...]

    @property
    def found_out(self) -> tuple[Possible, ...]:
        """The suppressed counts for which only one value is possible."""
        return tuple(each for each in self.suppressed if each.found_out)


def audit_delivery(path: Path, *, history: tuple[Path, ...] = ()) -> DeliveryAudit:
    """Reads the file as any reader would and attacks it, together with all that went out before (`history`, protected
    deliveries); each suppressed count that can be computed is an ERROR.
    """
    readings = [read(one, kind="tidy") for one in (*history, path)]
    reading = readings[-1]
    faulty = tuple(issue for one in readings if not one.usable for issue in one.issues)
    if faulty:
        return DeliveryAudit(len(reading.observations), (), faulty)
    cells = _together(readings)
    areas = {area.key: area for one in readings for area in one.areas}
    try:
        suppressed = possible_values(cells, tuple(areas.values()))
    except DisclosureError as error:
        return DeliveryAudit(len(cells), (), (*reading.issues, *error.issues))
    exposed = [_exposed(each) for each in suppressed if each.found_out]
    return DeliveryAudit(len(cells), suppressed, (*reading.issues, *exposed))


def _together(readings: Sequence[Reading]) -> dict[CellKey, Figure]:
    """All cells; what one of the files tells is known, whatever another one keeps secret."""
    cells: dict[CellKey, Figure] = {}
    for one in (observation for reading in readings for observation in reading.observations):
        key = CellKey(one.measure, one.unit, one.area, one.period, one.breakdown)
        if one.figure.known or key not in cells:
            cells[key] = one.figure
    return cells


def _exposed(each: Possible) -> Issue:
    key = each.key
    return Issue(
        "B-PRUEFUNG-02",
        Severity.ERROR,
        f"Der gesperrte Wert „{key.measure}“ ({key.breakdown.label}), Gebiet {key.area}, {key.period.label} lässt sich "
        "aus den übrigen Zahlen errechnen.",
        "Die Lieferung nicht herausgeben, sondern mit „mehrklang protect“ neu erzeugen.",
    )
