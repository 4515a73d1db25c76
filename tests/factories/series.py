"""Series of values for tests of derivation and assessment."""

from collections.abc import Mapping
from decimal import Decimal

from mehrklang.indicators import IndicatorValue, Series
from mehrklang.vocabulary import Figure, Lineage, Period, Reason, Sign, Unit
from tests.factories.cubes import GOSLAR

_SIGNS = {
    "–": Figure.nothing(),
    "0": Figure.signed(Sign.NEGLIGIBLE, Reason.BELOW_HALF_UNIT),
    ".": Figure.withheld(Reason.SUPPRESSED),
    "/": Figure.signed(Sign.UNRELIABLE, Reason.SOURCE_UNRELIABLE),
    "x": Figure.signed(Sign.BLOCKED, Reason.SOURCE_NOT_MEANINGFUL),
    "…": Figure.signed(Sign.PENDING, Reason.SOURCE_LATER),
    "fehlt": Figure.withheld(Reason.NOT_DELIVERED),
    "zu klein": Figure.signed(Sign.UNRELIABLE, Reason.BASE_TOO_SMALL),
}


def figure(text: str) -> Figure:
    """As it is printed: "12.5", "(12.5)" limited, or a sign ("0" is less than half); "fehlt" is not delivered."""
    if text in _SIGNS:
        return _SIGNS[text]
    return Figure.limited(Decimal(text.strip("()"))) if text.startswith("(") else Figure.of(Decimal(text))


def series(
    figures: Mapping[str, str | Figure],
    *,
    unit: Unit = Unit.PERCENT,
    group: str = "alle",
    area: str = GOSLAR,
    delivery: str = "lieferung",
) -> Series:
    """A series from period keys and printed figures."""
    values = tuple(
        IndicatorValue(
            indicator="anteil",
            area=area,
            period=Period.parse(period),
            group=group,
            unit=unit,
            figure=figure(text) if isinstance(text, str) else text,
            numerator=None,
            denominator=None,
            base="Bevölkerung",
            formula="",
            lineage=Lineage(delivery),
        )
        for period, text in figures.items()
    )
    return Series("anteil", area, group, values)
