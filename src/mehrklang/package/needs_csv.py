"""The data-need list as a table for spreadsheets: semicolons, one line per lack, nothing in it runs as a formula."""

from collections.abc import Iterable

from mehrklang.package.needs import DataNeed
from mehrklang.vocabulary.spreadsheet import csv_text

COLUMNS = (
    "indikator", "name", "was_fehlt", "einzelheit", "quelle", "datenhaltende_stelle", "traeger", "aufgliederung",
    "ziele", "wozu",
)  # fmt: skip


def needs_csv(needs: Iterable[DataNeed]) -> str:
    """The whole table as text, with its head also where nothing is lacking."""
    return csv_text([COLUMNS, *map(_row, needs)])


def _row(need: DataNeed) -> tuple[str, ...]:
    return (
        need.code,
        need.name,
        need.lack.value,
        need.detail,
        need.source,
        need.holder,
        need.authority.label if need.authority else "",
        need.breakdown,
        ", ".join(need.goals),
        need.why,
    )
