"""The audit of a finished delivery from outside, with nothing but the file."""

from dataclasses import dataclass
from pathlib import Path

from mehrklang.cubes import CellKey
from mehrklang.disclosure import DisclosureError
from mehrklang.disclosure.outside import Possible, possible_values
from mehrklang.sources import read
from mehrklang.vocabulary import Issue, Severity


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


def audit_delivery(path: Path) -> DeliveryAudit:
    """Reads the file as any reader would and attacks it; each suppressed count that can be computed is an ERROR."""
    reading = read(path, kind="tidy")
    if not reading.usable:
        return DeliveryAudit(len(reading.observations), (), reading.issues)
    cells = {
        CellKey(one.measure, one.unit, one.area, one.period, one.breakdown): one.figure for one in reading.observations
    }
    try:
        suppressed = possible_values(cells, reading.areas)
    except DisclosureError as error:
        return DeliveryAudit(len(cells), (), (*reading.issues, *error.issues))
    exposed = [_exposed(each) for each in suppressed if each.found_out]
    return DeliveryAudit(len(cells), suppressed, (*reading.issues, *exposed))


def _exposed(each: Possible) -> Issue:
    key = each.key
    return Issue(
        "B-PRUEFUNG-02",
        Severity.ERROR,
        f"Der gesperrte Wert „{key.measure}“ ({key.breakdown.label}), Gebiet {key.area}, {key.period.label} lässt sich "
        "aus den übrigen Zahlen errechnen.",
        "Die Lieferung nicht herausgeben, sondern mit „mehrklang protect“ neu erzeugen.",
    )
