"""Which column of an SDMX-CSV is a dimension and which an attribute; cells that hold code and label together."""

import re
from dataclasses import dataclass

VALUE = "OBS_VALUE"
_ABOUT = frozenset(
    {"DATAFLOW", "LAST UPDATE", "STRUCTURE", "STRUCTURE_ID", "STRUCTURE_NAME", "ACTION", "SERIES_KEY", "OBS_KEY"}
)
_FREQUENCY = frozenset({"freq", "FREQ"})
_SUBFIELDS = re.compile(r"\[.\]$")


@dataclass(frozen=True, slots=True)
class Columns:
    """Positions by the names of the columns.

    `dimensions` are the columns between those about the table and the value; the frequency says nothing that the period
    does not say. `both`: heads and cells hold "code: label".
    """

    names: tuple[str, ...]
    labels: tuple[str, ...]
    dimensions: tuple[int, ...]
    both: bool

    @classmethod
    def of(cls, heads: tuple[str, ...]) -> "Columns":
        """The columns of a row of heads."""
        pairs = [split(head, both=": " in head) for head in heads]
        names = tuple(_SUBFIELDS.sub("", name) for name, _ in pairs)
        end = names.index(VALUE) if VALUE in names else len(names)
        dimensions = tuple(at for at, name in enumerate(names[:end]) if name not in _ABOUT | _FREQUENCY)
        return cls(names, tuple(label for _, label in pairs), dimensions, any(": " in head for head in heads))

    def find(self, *names: str) -> int | None:
        """The position of the first column that has one of these names."""
        return next((at for at, name in enumerate(self.names) if name in names), None)


def split(text: str, *, both: bool) -> tuple[str, str]:
    """Code and label of a cell; the code is the label where there is but one.

    >>> split("F: Frauen", both=True), split("F: x", both=False), split("F", both=True)
    (('F', 'Frauen'), ('F: x', 'F: x'), ('F', 'F'))
    """
    code, colon, label = text.partition(": ") if both else (text, "", "")
    return (code.strip(), label.strip()) if colon else (text.strip(), text.strip())
