"""What stands over a chart: unit, period and group, in as many lines as they need."""

from dataclasses import dataclass
from typing import Self

from mehrklang.report.charts import lettering, svg

_FIRST, _STEP = 13.0, 14.5


@dataclass(frozen=True, slots=True)
class Heading:
    """The lines of the heading."""

    lines: tuple[str, ...]

    @classmethod
    def of(cls, text: str, room: float) -> Self:
        """Broken so that it fits; the fonts of other machines may be a little wider.

        >>> Heading.of("Prozent, 2024, Menschen mit Migrationshintergrund", 200).lines
        ('Prozent, 2024, Menschen mit', 'Migrationshintergrund')
        """
        return cls(lettering.wrap(text, room * 0.93, lettering.SMALL))

    @property
    def bottom(self) -> float:
        """The baseline of the last line."""
        return _FIRST + _STEP * (len(self.lines) - 1)

    def draw(self) -> str:
        """The lines from the upper left corner on."""
        places = ((_FIRST + _STEP * at, text) for at, text in enumerate(self.lines))
        return svg.element(
            "g", *(svg.label(0, y, text, font_size=lettering.SMALL) for y, text in places), class_="quiet"
        )
