"""One small area with what its position is made of."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from mehrklang.vocabulary import Figure


class Status(StrEnum):
    """How an area's value stands to the city's; without a wished direction only above and below are meant."""

    FAVOURABLE = "guenstiger"
    AVERAGE = "im-bereich"
    UNFAVOURABLE = "unguenstiger"
    VERY_UNFAVOURABLE = "deutlich-unguenstiger"

    @property
    def label(self) -> str:
        """The German words."""
        return _STATUS[self]


class Dynamics(StrEnum):
    """How an area's value has moved compared with the city's."""

    BETTER = "guenstiger-als-stadt"
    ALIKE = "wie-stadt"
    WORSE = "unguenstiger-als-stadt"

    @property
    def label(self) -> str:
        """The German words."""
        return _DYNAMICS[self]


_STATUS = {
    Status.FAVOURABLE: "günstiger als die Stadt",
    Status.AVERAGE: "im Bereich der Stadt",
    Status.UNFAVOURABLE: "ungünstiger als die Stadt",
    Status.VERY_UNFAVOURABLE: "deutlich ungünstiger als die Stadt",
}

_DYNAMICS = {
    Dynamics.BETTER: "günstigere Entwicklung als die Stadt",
    Dynamics.ALIKE: "Entwicklung wie die Stadt",
    Dynamics.WORSE: "ungünstigere Entwicklung als die Stadt",
}


@dataclass(frozen=True, slots=True)
class Place:
    """An area: its residents, its value now and some years before."""

    area: str
    residents: Decimal
    now: Figure
    before: Figure
