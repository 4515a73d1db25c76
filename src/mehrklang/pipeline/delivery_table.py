"""A protected cube in Mehrklang's table form (Handbuch, "Tabellenformat"): what crosses from zone one to zone two."""

from collections.abc import Iterator

from mehrklang.cubes import ProtectedCube
from mehrklang.vocabulary import Area, Figure, Finality, Sign
from mehrklang.vocabulary.spreadsheet import csv_text

_HEADS = (
    "Messgröße", "Gebiet", "Gebietsname", "Gebietsebene", "Obergebiet", "Zeitraum", "Einheit", "Wert", "Bemerkung",
)  # fmt: skip


def delivery_table(cube: ProtectedCube, areas: tuple[Area, ...]) -> bytes:
    """CSV with semicolons, decimal comma and signs; sorted by what the cells stand for, never by their size.

    Texts that a spreadsheet would take for a formula carry an apostrophe in front.
    """
    features = sorted({feature for key in cube for feature, _ in key.breakdown.pairs})
    rows = _rows(cube, {area.key: area for area in areas}, features)
    return csv_text([(*_HEADS, *features), *rows]).encode("utf-8-sig")


def _rows(cube: ProtectedCube, areas: dict[str, Area], features: list[str]) -> Iterator[tuple[str, ...]]:
    for key in sorted(cube, key=lambda key: (key.measure, key.unit, key.area, key.period, key.breakdown.pairs)):
        cell, area = cube.cell(key), areas[key.area]
        yield (
            key.measure,
            key.area,
            area.name,
            area.level.value,
            area.parent or "",
            key.period.key,
            key.unit.description,
            _written(cell.figure),
            _remark(cell.lineage.finality),  # everything else is said by the sign in the cell
            *(key.breakdown.get(feature) or "" for feature in features),
        )


def _remark(state: Finality) -> str:
    return "" if state is Finality.UNSTATED else state.label


def _written(figure: Figure) -> str:
    if figure.number is None or figure.sign is Sign.NOTHING:
        assert figure.sign is not None  # Figure promises a number or a sign
        return figure.sign.value
    text = f"{figure.number:f}".replace(".", ",")
    return f"({text})" if figure.sign is Sign.LIMITED else text
