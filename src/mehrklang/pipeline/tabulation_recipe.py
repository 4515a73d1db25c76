"""The recipe of a tabulation: which columns of a register become which tables (Handbuch, "Zwei Zonen")."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from types import MappingProxyType

from mehrklang.catalogue.table import Table, open_table
from mehrklang.store import Grouping, RegisterForm
from mehrklang.territory import Membership
from mehrklang.vocabulary import Area, AreaLevel, Issue, Severity

_HEADS = ("Gebiet", "Gebietsname", "Gebietsebene", "Obergebiet")
_MEMBERSHIP_HEADS = ("Gliederung", "Gebiet", "Obergebiet")
_CATEGORY_HEADS = ("Eintrag", "Ausprägung")


@dataclass(frozen=True, slots=True)
class TabulationRecipe:
    """The form of the register, the sets of features that are tabulated with all their margins, the areas with their
    further hierarchies, which levels of areas are told (none: all), and how many of the greatest amounts are kept.
    """

    form: RegisterForm
    tables: tuple[tuple[str, ...], ...]
    areas: tuple[Area, ...]
    memberships: tuple[Membership, ...] = ()
    levels: tuple[str, ...] = ()
    greatest: int = 0

    @property
    def told(self) -> tuple[str, ...]:
        """The keys of the areas that are told."""
        return tuple(area.key for area in self.areas if not self.levels or area.level.value in self.levels)


def read_recipe(path: Path) -> tuple[TabulationRecipe | None, tuple[Issue, ...]]:
    """The recipe, or None and all its faults."""
    issues: list[Issue] = []
    table = open_table(path, name=path.name, issues=issues)
    if table is None:
        return None, tuple(issues)
    form = _form(table, path.parent, issues)
    tables = tuple(row.texts("merkmale") for row in table.rows("tabelle", required=True))
    areas = _areas(path.parent / table.text("gebiete", required=True), issues)
    memberships = _memberships(path.parent, table.text("gliederungen"), areas, issues)
    levels, greatest = table.texts("gebietsebenen"), table.integer("groesste", default=2)
    table.finish()
    _check(table, form, tables)
    _check_levels(table, levels, areas)
    issues += _orphans(areas)
    kept = max(greatest, 2) if form.amount_column else 0
    return (None if issues else TabulationRecipe(form, tables, areas, memberships, levels, kept)), tuple(issues)


def _form(table: Table, folder: Path, issues: list[Issue]) -> RegisterForm:
    return RegisterForm(
        measure=table.text("messgroesse", required=True),
        area_column=table.text("gebiet_spalte", required=True),
        features=tuple(_grouping(row, folder, issues) for row in table.rows("merkmal")),
        period=table.text("zeitraum"),
        period_column=table.text("zeitraum_spalte"),
        count_column=table.text("anzahl_spalte"),
        amount_column=table.text("betrag_spalte"),
        record_column=table.text("kennung_spalte"),
        table=table.text("datenbank_tabelle"),
    )


def _grouping(row: Table, folder: Path, issues: list[Issue]) -> Grouping:
    named = row.text("gliederung")
    return Grouping(
        row.text("name", required=True),
        row.text("spalte", required=True),
        MappingProxyType(dict(_pairs(folder / named, _CATEGORY_HEADS, issues)) if named else {}),
        row.texts("innerhalb"),
    )


def _check(table: Table, form: RegisterForm, tables: tuple[tuple[str, ...], ...]) -> None:
    if bool(form.period) == bool(form.period_column):
        message = "Es muss entweder „zeitraum“ oder „zeitraum_spalte“ angegeben sein."
        table.fault("B-REZEPT-01", message, "Eine der beiden Angaben ergänzen oder streichen.")
    known = [each.feature for each in form.features]
    named = {feature for features in tables for feature in features}
    named |= {upper for each in form.features for upper in each.within}
    for feature in sorted(named - set(known)):
        message = f"Das Rezept nennt das Merkmal „{feature}“, das kein Abschnitt [[merkmal]] beschreibt."
        table.fault("B-REZEPT-02", message, f"Beschrieben sind: {', '.join(known) or 'keine'}.")
    if len(set(known)) < len(known):
        table.fault("B-REZEPT-02", "Ein Merkmal ist zweimal beschrieben.", "Jedem Merkmal einen eigenen Namen geben.")
    for features in tables:
        for each in form.features:
            missing = [upper for upper in each.within if upper not in features]
            if each.feature in features and missing:
                message = f"Eine Tabelle nennt „{each.feature}“ ohne „{', '.join(missing)}“, worin es liegt."
                table.fault("B-REZEPT-06", message, "Das übergeordnete Merkmal in die Tabelle aufnehmen.")
    if form.amount_column and (form.count_column or form.record_column):
        message = "„betrag_spalte“ steht neben „anzahl_spalte“ oder „kennung_spalte“; jede Zeile ist ein Betrag."
        table.fault("B-REZEPT-07", message, "Beträge und Personen mit zwei Rezepten auszählen.")


def _check_levels(table: Table, levels: tuple[str, ...], areas: tuple[Area, ...]) -> None:
    known = list(dict.fromkeys(area.level.value for area in areas))
    for level in levels:
        if areas and level not in known:
            message = f"In der Gebietsliste gibt es kein Gebiet der Ebene „{level}“."
            table.fault("B-REZEPT-08", message, f"Möglich sind: {', '.join(known)}.", "gebietsebenen")


def _areas(path: Path, issues: list[Issue]) -> tuple[Area, ...]:
    rows = _rows(path, _HEADS, issues)
    return tuple(area for line, row in enumerate(rows, start=2) if (area := _area(row, line, path, issues)))


def _memberships(folder: Path, named: str, areas: tuple[Area, ...], issues: list[Issue]) -> tuple[Membership, ...]:
    """Further hierarchies: in which Sozialraum an area lies."""
    keys = {area.key for area in areas}
    found = []
    for line, row in enumerate(_rows(folder / named, _MEMBERSHIP_HEADS, issues) if named else (), start=2):
        hierarchy, area, parent = (*(text.strip() for text in row), "", "", "")[:3]
        for key in sorted({area, parent} - keys):
            remedy = "Jedes Gebiet der Gliederungen auch in die Gebietsliste schreiben."
            issues.append(_fault(folder / named, line, f"Das Gebiet „{key}“ steht nicht in der Gebietsliste.", remedy))
        found.append(Membership(hierarchy, area, parent))
    return tuple(found)


def _pairs(path: Path, heads: tuple[str, ...], issues: list[Issue]) -> Iterator[tuple[str, str]]:
    for line, row in enumerate(_rows(path, heads, issues), start=2):
        entry, category = (*(text.strip() for text in row), "", "")[:2]
        if entry and category:
            yield entry, category
        else:
            issues.append(_fault(path, line, "Eintrag oder Ausprägung fehlt.", "Beide Spalten ausfüllen."))


def _rows(path: Path, heads: tuple[str, ...], issues: list[Issue]) -> list[list[str]]:
    """The rows of a list with these heads; a list that is missing or otherwise built becomes an issue."""
    try:
        rows = list(csv.reader(StringIO(path.read_text(encoding="utf-8-sig"), newline=""), delimiter=";"))
    except (OSError, UnicodeDecodeError):
        rows = []
    if not rows or tuple(rows[0]) != heads:
        message = f"Die Liste „{path.name}“ fehlt oder ihre Spalten heißen anders."
        issues.append(_fault(path, 0, message, f"Die erste Zeile muss lauten: {';'.join(heads)}."))
        return []
    return rows[1:]


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
