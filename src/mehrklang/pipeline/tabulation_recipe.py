"""The recipe of a tabulation: which columns of a register become which tables (Handbuch, "Zwei Zonen")."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from mehrklang.catalogue.table import Table, open_table
from mehrklang.store import RegisterForm
from mehrklang.vocabulary import Area, AreaLevel, Issue, Severity

_HEADS = ("Gebiet", "Gebietsname", "Gebietsebene", "Obergebiet")


@dataclass(frozen=True, slots=True)
class TabulationRecipe:
    """The form of the register, the sets of features that are tabulated with all their margins, and the areas."""

    form: RegisterForm
    tables: tuple[tuple[str, ...], ...]
    areas: tuple[Area, ...]


def read_recipe(path: Path) -> tuple[TabulationRecipe | None, tuple[Issue, ...]]:
    """The recipe, or None and all its faults."""
    issues: list[Issue] = []
    table = open_table(path, name=path.name, issues=issues)
    if table is None:
        return None, tuple(issues)
    form, tables = _form(table), tuple(row.texts("merkmale") for row in table.rows("tabelle", required=True))
    areas = _areas(path.parent / table.text("gebiete", required=True), issues)
    table.finish()
    _check(table, form, tables)
    issues += _orphans(areas)
    return (None if issues else TabulationRecipe(form, tables, areas)), tuple(issues)


def _form(table: Table) -> RegisterForm:
    return RegisterForm(
        measure=table.text("messgroesse", required=True),
        area_column=table.text("gebiet_spalte", required=True),
        features=tuple(
            (row.text("name", required=True), row.text("spalte", required=True)) for row in table.rows("merkmal")
        ),
        period=table.text("zeitraum"),
        period_column=table.text("zeitraum_spalte"),
        count_column=table.text("anzahl_spalte"),
    )


def _check(table: Table, form: RegisterForm, tables: tuple[tuple[str, ...], ...]) -> None:
    if bool(form.period) == bool(form.period_column):
        message = "Es muss entweder „zeitraum“ oder „zeitraum_spalte“ angegeben sein."
        table.fault("B-REZEPT-01", message, "Eine der beiden Angaben ergänzen oder streichen.")
    known = [feature for feature, _ in form.features]
    for feature in sorted({feature for features in tables for feature in features} - set(known)):
        message = f"Eine Tabelle nennt das Merkmal „{feature}“, das kein Abschnitt [[merkmal]] beschreibt."
        table.fault("B-REZEPT-02", message, f"Beschrieben sind: {', '.join(known) or 'keine'}.")
    if len(set(known)) < len(known):
        table.fault("B-REZEPT-02", "Ein Merkmal ist zweimal beschrieben.", "Jedem Merkmal einen eigenen Namen geben.")


def _areas(path: Path, issues: list[Issue]) -> tuple[Area, ...]:
    try:
        rows = list(csv.reader(StringIO(path.read_text(encoding="utf-8-sig"), newline=""), delimiter=";"))
    except (OSError, UnicodeDecodeError):
        rows = []
    if not rows or tuple(rows[0]) != _HEADS:
        message = f"Die Gebietsliste „{path.name}“ fehlt oder ihre Spalten heißen anders."
        issues.append(_fault(path, 0, message, f"Die erste Zeile muss lauten: {';'.join(_HEADS)}."))
        return ()
    return tuple(area for line, row in enumerate(rows[1:], start=2) if (area := _area(row, line, path, issues)))


def _area(row: list[str], line: int, path: Path, issues: list[Issue]) -> Area | None:
    key, name, level, parent = (*(text.strip() for text in row), "", "", "", "")[:4]
    try:
        kind = AreaLevel(level)
    except ValueError:
        known = ", ".join(member.value for member in AreaLevel)
        issues.append(_fault(path, line, f"Die Gebietsebene „{level}“ gibt es nicht.", f"Möglich sind: {known}."))
        return None
    return Area(key, name or key, kind, parent or None)


def _orphans(areas: tuple[Area, ...]) -> Iterator[Issue]:
    keys = {area.key for area in areas}
    for area in areas:
        if area.parent is not None and area.parent not in keys:
            message = f"Das Obergebiet „{area.parent}“ von „{area.key}“ steht nicht in der Gebietsliste."
            yield Issue("B-REZEPT-04", Severity.ERROR, message, "Das Obergebiet ergänzen oder die Angabe leeren.")


def _fault(path: Path, line: int, message: str, remedy: str) -> Issue:
    return Issue("B-REZEPT-03", Severity.ERROR, message, remedy, file=path.name, line=line)
