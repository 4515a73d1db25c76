"""What protection costs a monitoring before it goes out, and which coarser choice would keep fewer counts closed."""

from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from mehrklang.disclosure.costs import Cost
from mehrklang.package import Monitoring
from mehrklang.pipeline import kept
from mehrklang.pipeline.cubes import Cubes, Office, cubes
from mehrklang.pipeline.deliveries import receive
from mehrklang.pipeline.plan import Plan, plan
from mehrklang.pipeline.register import Register
from mehrklang.pipeline.scope import Scope
from mehrklang.pipeline.transferring import transfers
from mehrklang.store import Store
from mehrklang.vocabulary import Material
from mehrklang.vocabulary.german import format_number


@dataclass(frozen=True, slots=True)
class IndicatorCost:
    """How many counts of our own an indicator needs, and how many of them stay closed."""

    code: str
    name: str
    cells: int
    suppressed: int


@dataclass(frozen=True, slots=True)
class CostReport:
    """The cost as chosen now, by indicator (the most expensive first), and coarser choices with fewer closed counts.

    `now` is None where nothing of our own is counted, or nothing could be protected.
    """

    now: Cost | None
    indicators: tuple[IndicatorCost, ...] = ()
    alternatives: tuple[Cost, ...] = ()
    impossible: tuple[str, ...] = ()


def cost_report(monitoring: Monitoring, *, store: Path, secret: str = "") -> CostReport:
    """Protects what the monitoring asks of its own sources, once as chosen and once in each coarser form."""
    register = Register.of(monitoring)
    received = receive(register, Store(store))
    found = (plan(selection, register, received) for selection in monitoring.selection)
    plans = [each for each in found if each is not None]
    scope = transfers(register, received, Scope.of(monitoring, received)).scope
    through = cubes(plans, register, received, scope, Office(store, secret))
    asked = tuple(each for each in through.asked if each.question.requests or each.published)
    if not through.of:
        return CostReport(None)
    costs = kept.cost(store, asked)
    if not costs.now.cells:
        return CostReport(None)
    indicators = sorted((_of(each, through) for each in plans), key=lambda each: (-each.suppressed, each.name))
    return CostReport(costs.now, tuple(each for each in indicators if each.cells), costs.alternatives, costs.impossible)


def _of(each: Plan, through: Cubes) -> IndicatorCost:
    """Cells that two indicators need are counted at both."""
    needed = {(need.source, need.request.measure, need.request.unit, need.request.where) for need in each.needs}
    cells = [
        cube.cell(key)
        for source, cube in through.of.items()
        for key in cube
        if (source, key.measure, key.unit, key.breakdown) in needed
    ]
    own = [cell for cell in cells if cell.material is Material.ADDITIVE]
    return IndicatorCost(
        each.definition.code, each.definition.name, len(own), sum(not cell.figure.known for cell in own)
    )


def cost_in_words(each: Cost) -> str:
    """A cost as one German phrase.

    >>> cost_in_words(Cost("wie jetzt gegliedert", 1200, 30, 900.0, 100.0))
    '1.200 Fächer, davon gesperrt 30; 10,0\xa0% der Information verloren'
    """
    lost = Decimal(str(100 * each.lost_share))
    return (
        f"{format_number(Decimal(each.cells), 0)} Fächer, davon gesperrt {format_number(Decimal(each.suppressed), 0)}; "
        f"{format_number(lost, 1)}\xa0% der Information verloren"
    )
