"""What the files of a source hold: [[messgroesse]], [[merkmal]] and [[spalte]] of a source's own file."""

from mehrklang.catalogue.contents import ColumnMeaning, FileColumn, SourceContents, SourceFeature, SourceMeasure
from mehrklang.catalogue.table import Table
from mehrklang.vocabulary import Unit


def contents_from(table: Table) -> SourceContents:
    """What the table knows; all of it may be left out."""
    return SourceContents(
        population=table.text("grundgesamtheit"),
        measures=tuple(_measure(row) for row in table.rows("messgroesse")),
        features=tuple(_feature(row) for row in table.rows("merkmal")),
        file_kind=table.text("dateiform"),
        columns=tuple(_column(row) for row in table.rows("spalte")),
    )


def _measure(row: Table) -> SourceMeasure:
    return SourceMeasure(row.text("name", required=True), row.choice("einheit", Unit))


def _feature(row: Table) -> SourceFeature:
    return SourceFeature(row.text("name", required=True), row.texts("auspraegungen"), row.text("definition"))


def _column(row: Table) -> FileColumn:
    meaning = row.choice("bedeutung", ColumnMeaning)
    return FileColumn(row.text("kopf", required=True), meaning, row.text("messgroesse"))
