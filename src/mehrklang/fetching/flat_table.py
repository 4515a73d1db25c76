"""A flat file (ffcsv, the form since 2025) as the service packs it: read as far as the proof of completeness needs."""

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO, StringIO
from types import MappingProxyType
from zipfile import ZipFile

from mehrklang.sources.archive import DAMAGED

_ZIP = b"PK"
_HEADS = ("statistics_code", "time", "value", "value_unit", "value_variable_code")
_MOST_UNPACKED = 1024**3
_FEATURE = re.compile(r"(\d+)_variable_code")
_YEAR = re.compile(r"\d{4}")


@dataclass(frozen=True, slots=True)
class FlatRow:
    """One value: its line, time as written, keys of its categories by feature, what is counted, its unit, the value."""

    line: int
    time: str
    categories: Mapping[str, str]
    measure: str
    unit: str
    value: str

    @property
    def year(self) -> int:
        """The year in which the time begins; 0 if it names none."""
        found = _YEAR.match(self.time)
        return int(found[0]) if found else 0

    @property
    def cell(self) -> tuple[object, ...]:
        """What tells this value from all others."""
        return _cell(self.time, self.measure, self.categories)

    @property
    def place(self) -> str:
        """Where the value stands, for people: keys and time."""
        return " ".join((*filter(None, self.categories.values()), self.time))

    def beside(self, feature: str, category: str) -> tuple[object, ...]:
        """The cell that differs from this one in the category of one feature."""
        return _cell(self.time, self.measure, {**self.categories, feature: category})


@dataclass(frozen=True, slots=True)
class FlatTable:
    """The rows of one answer."""

    rows: tuple[FlatRow, ...]


def _cell(time: str, measure: str, categories: Mapping[str, str]) -> tuple[object, ...]:
    return (time, measure, *sorted(categories.items()))


def damage_of(body: bytes) -> str:
    """What is broken in an answer that should hold a table: "" if it is whole, or no table at all."""
    if not body:
        return "ohne Inhalt"
    if body.startswith(_ZIP):
        return _damage_of_archive(body)
    return _damage_of_text(body) if _looks_flat(body) else ""


def read_flat(body: bytes) -> FlatTable | None:
    """The table of a whole answer; None if it holds none."""
    text = _unpacked(body) if body.startswith(_ZIP) else body
    return FlatTable(tuple(_rows(text.decode("utf-8-sig")))) if text is not None and _looks_flat(text) else None


def _damage_of_archive(body: bytes) -> str:
    try:
        text = _unpacked(body)
    except DAMAGED as error:
        return f"Archiv beschädigt, {type(error).__name__}"
    return _damage_of_text(text) if text is not None and _looks_flat(text) else ""


def _unpacked(body: bytes) -> bytes | None:
    """The only file in an archive, its checksum proved; None if there are several, or if it is far too large."""
    with ZipFile(BytesIO(body)) as archive:
        members = [member for member in archive.infolist() if not member.is_dir()]
        if len(members) != 1 or members[0].file_size > _MOST_UNPACKED:
            return None
        return archive.read(members[0])


def _looks_flat(text: bytes) -> bool:
    return text.removeprefix(b"\xef\xbb\xbf").startswith(_HEADS[0].encode())


def _damage_of_text(text: bytes) -> str:
    if not text.endswith(b"\n"):
        return "die letzte Zeile ist abgeschnitten"
    try:
        decoded = text.decode("utf-8-sig")
    except UnicodeDecodeError:
        return "der Text ist beschädigt"
    rows = _cells(decoded)
    heads = next(rows)
    if not set(_HEADS) <= set(heads):
        return "Spalten fehlen"
    return next(
        (f"Zeile {line} ist unvollständig" for line, cells in enumerate(rows, 2) if len(cells) != len(heads)), ""
    )


def _cells(text: str) -> Iterator[list[str]]:
    return csv.reader(StringIO(text, newline=""), delimiter=";")


def _rows(text: str) -> Iterator[FlatRow]:
    reader = csv.reader(StringIO(text, newline=""), delimiter=";")
    heads = {head: at for at, head in enumerate(next(reader))}
    features = [(at, heads[f"{number[1]}_variable_attribute_code"])
                for head, at in heads.items() if (number := _FEATURE.fullmatch(head))]  # fmt: skip
    time, measure, unit, value = (heads[head] for head in ("time", "value_variable_code", "value_unit", "value"))
    for cells in reader:
        categories = {cells[code].strip(): cells[category].strip() for code, category in features}
        yield FlatRow(
            line=reader.line_num,
            time=cells[time].strip(),
            categories=MappingProxyType(categories),
            measure=cells[measure].strip(),
            unit=cells[unit].strip(),
            value=cells[value],
        )
