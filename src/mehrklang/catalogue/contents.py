"""What the files of a source hold, as the office describes it before the first one comes."""

from dataclasses import dataclass
from enum import StrEnum

from mehrklang.vocabulary import Unit


class ColumnMeaning(StrEnum):
    """What one column of a file means."""

    AREA = "gebiet"
    AREA_NAME = "gebietsname"
    PERIOD = "zeitraum"
    FEATURE = "merkmal"
    MEASURE = "messgroesse"
    UNIT = "einheit"
    VALUE = "wert"
    VALUE_BY_PERIOD = "wert-je-zeitraum"
    COMMENT = "bemerkung"
    UNUSED = "ungenutzt"

    @property
    def label(self) -> str:
        """In German, for pages and lists."""
        return _MEANINGS[self]


@dataclass(frozen=True, slots=True)
class SourceMeasure:
    """What is counted or measured, under the name that it has in the files, with its unit."""

    name: str
    unit: Unit


@dataclass(frozen=True, slots=True)
class SourceFeature:
    """A feature (Merkmal) under the name that it has in the files, with its categories as they are written there.

    `definition` is the key of the feature definition that is meant ("": none of the catalogue's); () of categories:
    they are not known before the first file.
    """

    name: str
    categories: tuple[str, ...] = ()
    definition: str = ""


@dataclass(frozen=True, slots=True)
class FileColumn:
    """One column of a file by its head. `measure` names what a column of values holds ("": the only one, or a column
    says it). Columns whose heads are periods are one entry together, whatever its head.
    """

    head: str
    meaning: ColumnMeaning
    measure: str = ""


@dataclass(frozen=True, slots=True)
class SourceContents:
    """What is known of the files of a source. What is not known is left out.

    `population` says whom the figures are about. `file_kind` is the key of the reader ("": recognised by the content);
    with `columns` the files have a form of their own, and these are its columns.

    >>> counted = SourceMeasure("gepruefte-kinder", Unit.COUNT)
    >>> SourceContents(measures=(counted,)).unit_of("gepruefte-kinder"), SourceContents().unit_of("gepruefte-kinder")
    (<Unit.COUNT: 'anzahl'>, None)
    """

    population: str = ""
    measures: tuple[SourceMeasure, ...] = ()
    features: tuple[SourceFeature, ...] = ()
    file_kind: str = ""
    columns: tuple[FileColumn, ...] = ()

    def unit_of(self, measure: str) -> Unit | None:
        """The unit of a described measure; None if it is not described."""
        return next((each.unit for each in self.measures if each.name == measure), None)


NOTHING_DESCRIBED = SourceContents()
"""Of a source whose files nobody has described."""

_MEANINGS = {
    ColumnMeaning.AREA: "Gebiet (Schlüssel oder Name)",
    ColumnMeaning.AREA_NAME: "Name des Gebiets",
    ColumnMeaning.PERIOD: "Zeitraum",
    ColumnMeaning.FEATURE: "Merkmal (z. B. Geschlecht)",
    ColumnMeaning.MEASURE: "Messgröße",
    ColumnMeaning.UNIT: "Einheit",
    ColumnMeaning.VALUE: "Wert",
    ColumnMeaning.VALUE_BY_PERIOD: "Werte, je Zeitraum eine Spalte (Jahre im Kopf)",
    ColumnMeaning.COMMENT: "Bemerkung oder Zeichen zum Wert",
    ColumnMeaning.UNUSED: "nicht verwenden",
}
