"""Reads the Gemeindeverzeichnis into areas, with the population as observations (of an earlier day than the areas)."""

from collections.abc import Iterator

from mehrklang.sources.faults import Faults
from mehrklang.sources.gemeindeverzeichnis.areas import (
    DISTRICT,
    GOVERNMENT_REGION,
    MUNICIPALITY,
    RECORDS,
    Record,
    area_of,
)
from mehrklang.sources.gemeindeverzeichnis.columns import Columns, head_rows
from mehrklang.sources.layout import Content
from mehrklang.sources.notes import SourceNotes
from mehrklang.sources.numbers import Mark
from mehrklang.sources.reading import Reading
from mehrklang.sources.register import COUNTRY, REGISTER
from mehrklang.sources.signs import Comment
from mehrklang.sources.table import Row, Sheet
from mehrklang.sources.values import Values
from mehrklang.vocabulary import Area, Breakdown, Material, Observation, Period, SourceCell, Unit

_KIND = "gemeindeverzeichnis"
_MEASURE = "bevoelkerung"


def looks_like_register(content: Content) -> bool:
    """Whether a sheet has a column for the kinds of record (Satzart) and one for the names of Gemeinden."""
    return any(Columns.of(head_rows(sheet)) is not None for sheet in content.sheets)


def read_register(content: Content, material: Material, faults: Faults) -> Reading:
    """All areas; measure "bevoelkerung" of every Gemeinde, in all and by sex where the workbook has it."""
    found = [(sheet, columns) for sheet in content.sheets if (columns := Columns.of(head_rows(sheet))) is not None]
    if not found:
        faults.add("L-SCHLUESSEL-02")
        return Reading(_KIND, issues=faults.issues())
    sheet, columns = found[0]
    faults.sheet = sheet.name
    _tell_days(columns, faults)
    records = [(row, record) for row in sheet.rows if (record := _record(row, columns, faults)) is not None]
    known = frozenset(
        record.state + record.region + record.district
        for _, record in records
        if record.kind in (GOVERNMENT_REGION, DISTRICT)
    )
    areas = {COUNTRY: REGISTER[COUNTRY]}
    for row, record in records:
        _meet(area_of(record, known), areas, row, faults)
    observations = tuple(_population(records, columns, sheet, material, faults))
    title = next((cell for row in sheet.rows[:1] for cell in row.cells if cell.strip()), "")
    notes = SourceNotes(title=title, territory=columns.territory)
    return Reading(_KIND, observations, faults.issues(), tuple(area for _, area in sorted(areas.items())), notes)


def _tell_days(columns: Columns, faults: Faults) -> None:
    if columns.territory is None or columns.counted is None:
        faults.add("L-SCHLUESSEL-01")
    elif columns.counted != columns.territory:
        faults.add(
            "L-SCHLUESSEL-03", gebietsstand=f"{columns.territory:%d.%m.%Y}", stichtag=f"{columns.counted:%d.%m.%Y}"
        )


def _record(row: Row, columns: Columns, faults: Faults) -> Record | None:
    """The record of a row; None for head rows, footnotes and, with an issue, for incomplete keys."""
    cells = [cell.strip() for cell in row.cells]
    kind = cells[columns.kind]
    if kind not in RECORDS:
        return None
    state, region, district, association, municipality = (cells[at] for at in columns.parts)
    name = cells[columns.name]
    record = Record(kind, cells[columns.text_kind], state, region, district, association, municipality, name)
    if not record.complete:
        key = record.regional_key
        faults.add("L-GEBIET-07", line=row.line, column="ARS", schluessel=key, stellen=len(key))
        return None
    return record


def _meet(area: Area | None, areas: dict[str, Area], row: Row, faults: Faults) -> None:
    if area is None:
        return
    first = areas.setdefault(area.key, area)
    if first != area:
        faults.add(
            "L-GEBIET-10", line=row.line, column="ARS", schluessel=area.key, angaben=f"{first.name} / {area.name}"
        )


def _population(
    records: list[tuple[Row, Record]], columns: Columns, sheet: Sheet, material: Material, faults: Faults
) -> Iterator[Observation]:
    """The inhabitants of every Gemeinde, if the workbook says on which day they were counted."""
    if columns.counted is None:
        return
    period = Period.parse(columns.counted.isoformat())
    values = Values("Bevölkerung", Mark.COMMA, faults)
    for row, record in records:
        for one in columns.population if record.kind == MUNICIPALITY else ():
            raw = row.cells[one.at]
            figure = values.read(raw, Comment.NONE, Unit.COUNT, row.line)
            if figure is not None:
                yield Observation(
                    measure=_MEASURE,
                    area=record.district_key + record.municipality,
                    period=period,
                    breakdown=Breakdown.of({"Geschlecht": one.sex} if one.sex else {}),
                    unit=Unit.COUNT,
                    figure=figure,
                    material=material,
                    cell=SourceCell(faults.file, row.line, "Bevölkerung", raw, sheet.name),
                )
    values.finish()
