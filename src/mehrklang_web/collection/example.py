"""A file as the description of a source has it: heads, and rows without figures to be filled in."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, product

from mehrklang.catalogue import ColumnMeaning, FileColumn, Source, SourceContents, SourceMeasure
from mehrklang.vocabulary import Area, AreaLevel
from mehrklang_web.monitors.models import Edition
from mehrklang_web.places.models import Place

MOST_ROWS = 500
_TIDY = "tidy"
_YEAR = "2026"


@dataclass(frozen=True, slots=True)
class Example:
    """Heads and rows of a file; each row has as many cells as there are heads."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    @property
    def first(self) -> tuple[tuple[str, ...], ...]:
        """Enough of it for a page."""
        return self.rows[:3]


def area_of(edition: Edition) -> Area:
    """The municipality, as the register of areas has it."""
    key = edition.monitor.area
    place = Place.objects.filter(key=key).first()
    return place.to_value() if place else Area(key, key, AreaLevel.MUNICIPALITY)


def example_of(source: Source, area: Area) -> Example | None:
    """The file of the described form for one area and year, values left open; None where nothing of it is described
    or its producer has a form of its own.
    """
    contents = source.contents
    if not contents.measures or contents.file_kind not in ("", _TIDY):
        return None
    columns = contents.columns or _tidy(contents)
    heads = (_YEAR if each.meaning is ColumnMeaning.VALUE_BY_PERIOD else each.head for each in columns)
    return Example(tuple(heads), tuple(islice(_rows(contents, columns, area), MOST_ROWS)))


def _tidy(contents: SourceContents) -> tuple[FileColumn, ...]:
    """Mehrklang's own table form with the features of the source."""
    return (
        FileColumn("Messgröße", ColumnMeaning.MEASURE),
        FileColumn("Gebiet", ColumnMeaning.AREA),
        FileColumn("Zeitraum", ColumnMeaning.PERIOD),
        FileColumn("Einheit", ColumnMeaning.UNIT),
        *(FileColumn(feature.name, ColumnMeaning.FEATURE) for feature in contents.features),
        FileColumn("Wert", ColumnMeaning.VALUE),
    )


def _rows(contents: SourceContents, columns: tuple[FileColumn, ...], area: Area) -> Iterator[tuple[str, ...]]:
    """One row per combination of categories, and per measure where a column names it."""
    named = any(column.meaning is ColumnMeaning.MEASURE for column in columns)
    measures = contents.measures if named else contents.measures[:1]
    features = [feature for feature in contents.features if feature.categories]
    names = [feature.name for feature in features]
    for measure in measures:
        for categories in product(*(feature.categories for feature in features)):
            chosen = dict(zip(names, categories, strict=True))
            yield tuple(_cell(column, measure, chosen, area) for column in columns)


def _cell(column: FileColumn, measure: SourceMeasure, chosen: dict[str, str], area: Area) -> str:
    match column.meaning:
        case ColumnMeaning.MEASURE:
            return measure.name
        case ColumnMeaning.UNIT:
            return measure.unit.description
        case ColumnMeaning.AREA:
            return area.key
        case ColumnMeaning.AREA_NAME:
            return area.name
        case ColumnMeaning.PERIOD:
            return _YEAR
        case ColumnMeaning.FEATURE:
            return chosen.get(column.head, "")
        case _:
            return ""
