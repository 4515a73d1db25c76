"""Which areas are computed: the main one, those to compare with, and the parts."""

from dataclasses import dataclass

from mehrklang.package import Monitoring
from mehrklang.pipeline.deliveries import Received
from mehrklang.pipeline.register import unnamed_area
from mehrklang.vocabulary import Area


@dataclass(frozen=True, slots=True)
class Scope:
    """The areas of a monitoring, each once."""

    main: Area
    comparison: tuple[Area, ...]
    parts: tuple[Area, ...]

    @classmethod
    def of(cls, monitoring: Monitoring, received: Received) -> "Scope":
        """The areas as delivered or as the monitoring names them; the parts are the monitoring's other areas."""
        named = [
            received.areas.get(key) or unnamed_area(key) for key in (monitoring.area, *monitoring.comparison_areas)
        ]
        outside = {area.key for area in named}
        return cls(named[0], tuple(named[1:]), tuple(area for area in monitoring.areas if area.key not in outside))

    @property
    def keys(self) -> tuple[str, ...]:
        """All keys: main area, comparison areas, parts."""
        return tuple(area.key for area in (self.main, *self.comparison, *self.parts))
