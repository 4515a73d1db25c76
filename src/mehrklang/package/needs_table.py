"""The data-need list as a table for others: the same rows for CSV and for a workbook."""

import csv
from collections.abc import Iterable
from datetime import date
from io import StringIO

from mehrklang.package.needs import DataNeed
from mehrklang.vocabulary.spreadsheet import harmless

COLUMNS = (
    "Organisation", "Stand", "Indikator", "Kennung", "Was fehlt", "Einzelheiten", "Benötigte Aufgliederung", "Quelle",
    "Datenhaltende Stelle", "Träger", "Ziele", "Begründung",
)  # fmt: skip


def rows(needs: Iterable[DataNeed], *, organisation: str, on: date) -> tuple[tuple[str, ...], ...]:
    """Head and one row per need, all as text."""
    return (COLUMNS, *(_row(need, organisation, on) for need in needs))


def as_csv(needs: Iterable[DataNeed], *, organisation: str, on: date) -> str:
    """The table as German spreadsheets read it: semicolons; what begins like a formula stays text."""
    out = StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerows(tuple(harmless(cell) for cell in row) for row in rows(needs, organisation=organisation, on=on))
    return out.getvalue()


def _row(need: DataNeed, organisation: str, on: date) -> tuple[str, ...]:
    return (
        organisation,
        f"{on:%d.%m.%Y}",
        need.name,
        need.code,
        need.lack.value,
        need.detail,
        need.breakdown,
        need.source,
        need.holder,
        need.authority.label if need.authority else "zu klären",
        "; ".join(need.goals),
        need.why,
    )
