"""The small monitoring of `shell`, crowded: as many goals, measures, candidates and remarks as one asks for."""

from dataclasses import replace
from pathlib import Path

from mehrklang.catalogue import load
from mehrklang.package import Goal, Monitoring, Selection
from mehrklang.planning import GoalLevel, Measure, Remark
from mehrklang.planning.remark import About
from tests.factories.shell import monitoring as small

FIELDS = 9
BELOW = 8
"""So many goals hang below one."""


def monitoring(folder: Path, *, objects: int, candidates: int) -> Monitoring:
    """As many goals, measures and remarks as `objects`, each linked with others."""
    given = small(folder)
    return replace(
        given,
        goals=(*given.goals, *(_goal(at) for at in range(objects))),
        measures=tuple(_measure(at) for at in range(objects)),
        remarks=tuple(_remark(at) for at in range(objects)),
        candidates=tuple(Selection(code, "Wird gewogen.") for code in list(load().indicators)[:candidates]),
    )


def _goal(at: int) -> Goal:
    above = f"g{at // BELOW}" if at >= FIELDS else "teilhabe"
    level = GoalLevel.OPERATIVE if at >= FIELDS else GoalLevel.FIELD
    return Goal(f"g{at}", f"Ziel {at}", f"Feld {at % FIELDS}", above, "Worum es geht, in einem Satz.", level)


def _measure(at: int) -> Measure:
    return Measure(f"m{at}", f"Maßnahme {at}", (f"g{at}",), ("anteil-a",) if at % 50 == 0 else (), responsible="Amt")


def _remark(at: int) -> Remark:
    return Remark(About.GOAL, f"g{at}", f"Bitte prüfen, Nummer {at}.", author="A. Muster", office="Statistik")
