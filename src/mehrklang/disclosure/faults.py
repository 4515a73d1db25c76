"""Material that the guard refuses: said in German, cell by cell, by key and never with a secret number."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from mehrklang.catalogue import RuleSet
from mehrklang.cubes import Cell, CellKey
from mehrklang.cubes.raw import RawCube, Relation
from mehrklang.disclosure.area_cuts import unknown_cuts
from mehrklang.disclosure.history import History
from mehrklang.vocabulary import Issue, Material, Severity

LEAST_SECRET = 16
"""So many characters the office's own secret has at least: a shorter one could be tried out."""


class DisclosureError(Exception):
    """Nothing is sealed. `issues` names all faults; none of them quotes a figure.

    Where several tables are protected together, `sheets` names those at fault, and `columns` single columns of a sheet
    without which all could be protected; empty: the fault concerns all.
    """

    def __init__(
        self,
        issues: tuple[Issue, ...],
        sheets: frozenset[str] = frozenset(),
        columns: frozenset[tuple[str, CellKey]] = frozenset(),
    ) -> None:
        more = f" (und {len(issues) - 1} weitere Meldungen)" if len(issues) > 1 else ""
        super().__init__(f"{issues[0].code}: {issues[0].message}{more}")
        self.issues, self.sheets, self.columns = issues, sheets, columns


def refuse(issues: list[Issue]) -> None:
    """Raise all faults at once, if there are any."""
    if issues:
        raise DisclosureError(tuple(issues))


def faults(raw: RawCube, history: History) -> list[Issue]:
    """All that makes protection impossible before it has begun."""
    numbers = {key: cell.figure.number for key, cell in raw.cells.items()}
    return [
        *_negative(raw),
        *(issue for relation in raw.relations for issue in _sum(relation, numbers)),
        *contradictions(raw.cells, history),
        *unknown_cuts(raw),
    ]


def exposed(key: CellKey) -> Issue:
    """A cell that the audit could not clear."""
    return _fault(
        "B-SCHUTZ-05",
        f"Die Prüfung vor der Freigabe ist gescheitert: {said(key)} ließe sich trotz Sperrung genau genug errechnen.",
        "Frühere Veröffentlichungen und Regelsatz prüfen oder gröber gliedern; nichts wurde freigegeben.",
    )


def said(key: CellKey) -> str:
    """A cell in words: what is counted, where, when and for whom."""
    return f"„{key.measure}“ ({key.breakdown.label}), Gebiet {key.area}, {key.period.label}"


def _negative(raw: RawCube) -> Iterator[Issue]:
    for key, cell in raw.cells.items():
        if cell.material is Material.ADDITIVE and cell.figure.number is not None and cell.figure.number < 0:
            yield _fault(
                "B-SCHUTZ-01",
                f"Eine Fallzahl ist negativ: {said(key)}.",
                "Die Lieferung berichtigen. Einen Saldo nicht als Fallzahl liefern, sondern seine beiden Bestandteile.",
            )


def _sum(relation: Relation, numbers: dict[CellKey, Decimal | None]) -> Iterator[Issue]:
    total, parts = numbers[relation.total], [numbers[part] for part in relation.parts]
    known = [part for part in parts if part is not None]
    if len(known) < len(parts):
        return
    if total is None:
        yield _fault(
            "B-SCHUTZ-03",
            f"Der Randwert fehlt, obwohl alle seine Teile vorliegen: {said(relation.total)}.",
            "Die Summe mitliefern oder die Teile als unvollständig kennzeichnen.",
        )
    elif sum(known) != total:
        yield _fault(
            "B-SCHUTZ-02",
            f"Die Summe stimmt nicht mit ihren Teilen überein: {said(relation.total)}; Teile: {_differing(relation)}.",
            "Die Lieferung berichtigen: Eine Summe muss genau ihren Teilen entsprechen.",
        )


def _differing(relation: Relation) -> str:
    """The parts by what tells them apart from the total; only the first few."""
    same_area = all(part.area == relation.total.area for part in relation.parts)
    names = [part.breakdown.label if same_area else part.area for part in relation.parts]
    return ", ".join(names[:8]) + (f" und {len(names) - 8} weitere" if len(names) > 8 else "")


def contradictions(cells: Mapping[CellKey, Cell], history: History) -> Iterator[Issue]:
    """The cells that were published with another number."""
    for key, figure in history.cells.items():
        cell = cells.get(key)
        if cell and None not in (cell.figure.number, figure.number) and cell.figure.number != figure.number:
            yield _fault(
                "B-SCHUTZ-04",
                f"Früher wurde ein anderer Wert veröffentlicht: {said(key)}.",
                "Die Berichtigung als solche kennzeichnen und die frühere Veröffentlichung zurückziehen, oder die "
                "Lieferung prüfen.",
            )


def told_now(cells: Mapping[CellKey, Cell], history: History) -> Iterator[Issue]:
    """The cells that were kept secret and would be shown now, rounded or changed by chance: two methods for one figure
    narrow it down more than either of them promises.
    """
    for key, figure in history.cells.items():
        cell = cells.get(key)
        withheld = figure.reason is not None and figure.reason.withheld
        if cell and withheld and cell.figure.known and cell.material is Material.ADDITIVE:
            yield _fault(
                "B-SCHUTZ-06",
                f"Früher gesperrt, jetzt gerundet oder verändert gezeigt: {said(key)}.",
                "Zeiträume, die schon mit Sperrungen veröffentlicht sind, weiter nach demselben Regelsatz schützen "
                "oder weglassen.",
            )


def different_methods(rules: Sequence[tuple[str, RuleSet]]) -> list[Issue]:
    """The sources that tell the same counts and would change them in different ways; pairs of source and rules."""
    if len({(one.rounding, one.cell_key) for _, one in rules}) == 1:
        return []
    named = ", ".join(f"{source} („{one.name}“)" for source, one in rules)
    return [
        _fault(
            "B-SCHUTZ-07",
            f"Diese Quellen enthalten dieselben Zahlen, schützen sie aber mit verschiedenen Verfahren: {named}. Aus "
            "beiden zusammen ließe sich enger auf die wahren Zahlen schließen als aus jeder allein.",
            "Für alle diese Quellen dasselbe Verfahren wählen (alle sperren, oder alle gleich runden), oder nur eine "
            "von ihnen verwenden.",
        )
    ]


def told_by_rate(key: CellKey, rate: CellKey) -> Issue:
    """A count that is kept secret, although a published share tells it."""
    return _fault(
        "B-SCHUTZ-08",
        f"Der veröffentlichte Anteil „{rate.measure}“ ({rate.breakdown.label}) verrät eine geschützte Zahl: "
        f"{said(key)}.",
        "Den Anteil und die eigene Zählung nicht nebeneinander zeigen: einen der beiden Indikatoren aus der Auswahl "
        "nehmen, oder die eigene Zählung gröber gliedern.",
    )


def too_large(features: str, cells: int) -> Issue:
    """Tables that close a circle over too many categories."""
    return _fault(
        "B-SCHUTZ-11",
        f"Die Gliederungen {features} sind paarweise gefragt, aber nicht gemeinsam. Ihre gemeinsame Tabelle hätte rund "
        f"{cells} Fächer je Gebiet und Zeitraum; so groß lässt sich nicht nachweisen, dass aus den paarweisen Tabellen "
        "zusammen keine kleine Zahl folgt.",
        "Eine der paarweisen Gliederungen aus der Auswahl nehmen, Ausprägungen oder kleine Gebiete zusammenfassen "
        "oder weniger Zeiträume zugleich zeigen.",
    )


def untold(features: str) -> Issue:
    """Tables that close a circle, of whose common inner table no example was found in time."""
    return _fault(
        "B-SCHUTZ-12",
        f"Für die paarweise gefragten Gliederungen {features} ließ sich in der vorgesehenen Zeit keine gemeinsame "
        "Tabelle finden. Damit ist nicht nachgewiesen, dass aus ihnen zusammen keine kleine Zahl folgt.",
        "Eine der paarweisen Gliederungen aus der Auswahl nehmen, oder Ausprägungen zusammenfassen.",
    )


def _fault(code: str, message: str, remedy: str) -> Issue:
    return Issue(code, Severity.ERROR, message, remedy)
