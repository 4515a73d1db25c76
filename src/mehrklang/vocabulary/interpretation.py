"""An interpretation: the text without which no number goes out."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signed, for which office ("Koordination", "Statistik"), and when."""

    name: str
    office: str
    day: date


@dataclass(frozen=True, slots=True)
class Interpretation:
    """What the numbers of one indicator mean, written by people.

    Promise: `text` (Markdown) is not empty; `data_version` names the data that were read while writing, so that the
    interpretation is stale as soon as the data differ. Difu 2022: „Indikatoren sind für sich genommen nicht
    aussagekräftig.“

    >>> Interpretation("einbuergerungsquote", "  ", "v1", ())
    Traceback (most recent call last):
    ...
    ValueError: an interpretation needs a text: einbuergerungsquote
    """

    indicator: str
    text: str
    data_version: str
    signatures: tuple[Signature, ...]
    summary: str = ""

    def __post_init__(self) -> None:
        if not self.text.strip():
            raise ValueError(f"an interpretation needs a text: {self.indicator}")

    def stale(self, data_version: str) -> bool:
        """Whether the data have changed since this was written."""
        return self.data_version != data_version

    @property
    def signed_by_both(self) -> bool:
        """Whether Koordination and Statistik have both signed."""
        return {"Koordination", "Statistik"} <= {signature.office for signature in self.signatures}
