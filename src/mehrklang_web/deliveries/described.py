"""How the files of a source are read whose columns an office has described."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from mehrklang.catalogue import ColumnMeaning, FileColumn, Source, SourceContents
from mehrklang.sources import Profile, ValueColumn, fitting, recognise
from mehrklang.sources.profile.definition import IN_HEAD
from mehrklang_web.profiles.queries import GENERAL

_VALUES = (ColumnMeaning.VALUE, ColumnMeaning.VALUE_BY_PERIOD)


def described_for(path: Path, known: Iterable[Source], area: str) -> Source | None:
    """The only source whose described columns a file of no known form has."""
    described = {profile: each for each in known if (profile := profile_of(each, area)) is not None}
    if not described or recognise(path) not in GENERAL:
        return None
    fits = fitting(path, described)
    return described[fits[0]] if len(fits) == 1 else None


def profile_of(source: Source, area: str) -> Profile | None:
    """The description of the columns as a mapping profile; None where it has none.

    A file without a column of areas is about the whole municipality, whose key is `area`.
    """
    contents = source.contents
    if not contents.columns:
        return None
    heads = {column.meaning: column.head for column in contents.columns}
    located = ColumnMeaning.AREA in heads or ColumnMeaning.AREA_NAME in heads
    return Profile(
        name=source.name,
        values=tuple(_values(contents)),
        area="" if located else area,
        unit=_common_unit(contents),
        area_column=heads.get(ColumnMeaning.AREA, ""),
        name_column=heads.get(ColumnMeaning.AREA_NAME, ""),
        period_column=heads.get(ColumnMeaning.PERIOD, ""),
        measure_column=heads.get(ColumnMeaning.MEASURE, ""),
        unit_column=heads.get(ColumnMeaning.UNIT, ""),
        comment_column=heads.get(ColumnMeaning.COMMENT, ""),
        features=tuple(each.head for each in contents.columns if each.meaning is ColumnMeaning.FEATURE),
    )


def _values(contents: SourceContents) -> Iterator[ValueColumn]:
    meanings = {column.meaning for column in contents.columns}
    for column in (each for each in contents.columns if each.meaning in _VALUES):
        measure = "" if ColumnMeaning.MEASURE in meanings else _measure(contents, column)
        unit = contents.unit_of(measure)
        said = "" if unit is None or ColumnMeaning.UNIT in meanings else unit.value
        by_period = column.meaning is ColumnMeaning.VALUE_BY_PERIOD
        yield ValueColumn("" if by_period else column.head, measure, said, IN_HEAD if by_period else "")


def _measure(contents: SourceContents, column: FileColumn) -> str:
    return column.measure or contents.measures[0].name


def _common_unit(contents: SourceContents) -> str:
    """The unit of all measures where the file says none and they have one in common."""
    units = {each.unit for each in contents.measures}
    return next(iter(units)).value if len(units) == 1 else ""
