"""Where a number comes from, down to the cell of the file."""

from dataclasses import dataclass

from mehrklang.vocabulary.finality import Finality, together

_AND = " + "


@dataclass(frozen=True, slots=True, order=True)
class SourceCell:
    """One cell of a delivered file.

    `line` is the line (text files) or row (workbooks) counted from 1 as an editor shows it; `column` is the column's
    heading or letter; `raw` is the cell's text exactly as delivered, before any reading. `delivery` is the key of the
    frozen delivery, which only the store knows: several files may have one name.
    """

    file: str
    line: int
    column: str
    raw: str
    sheet: str = ""
    delivery: str = ""

    @property
    def place(self) -> str:
        """For messages: "datei.csv, Zeile 12, Spalte Value"."""
        sheet = f", Blatt {self.sheet}" if self.sheet else ""
        return f"{self.file}{sheet}, Zeile {self.line}, Spalte {self.column}"


@dataclass(frozen=True, slots=True)
class Lineage:
    """The delivery and the cells that a figure was read or added up from.

    Promise: `delivery` is the checksum-based key of the frozen delivery; `cells` are in file order. Additive material
    may have very many cells: then `cells` holds none and `cell_count` says how many rows were added up.
    """

    delivery: str
    cells: tuple[SourceCell, ...] = ()
    cell_count: int = 0
    finality: Finality = Finality.UNSTATED

    @property
    def deliveries(self) -> tuple[str, ...]:
        """The keys of all deliveries that went in, each once.

        >>> (Lineage("b1") + Lineage("a2") + Lineage("b1")).deliveries, Lineage("").deliveries
        (('b1', 'a2'), ())
        """
        return tuple(dict.fromkeys(key for key in self.delivery.split(_AND) if key))

    def __add__(self, other: "Lineage") -> "Lineage":
        """The lineage of a figure computed from two others."""
        delivery = self.delivery if self.delivery == other.delivery else f"{self.delivery}{_AND}{other.delivery}"
        return Lineage(
            delivery,
            self.cells + other.cells,
            self.cell_count + other.cell_count,
            self.finality if self.finality is other.finality else together((self.finality, other.finality)),
        )
