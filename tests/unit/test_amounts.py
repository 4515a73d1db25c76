"""Sums of amounts (living space, income): the store hands over the greatest amounts, and the guard judges them."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from mehrklang.catalogue import Dominance
from mehrklang.pipeline import kept
from mehrklang.store import Question, Request, Store
from mehrklang.vocabulary import (
    Area,
    AreaLevel,
    Breakdown,
    Figure,
    Material,
    Observation,
    Period,
    SourceCell,
    Unit,
)
from tests.factories.cubes import rules

TOWN = Area("t", "Stadt", AreaLevel.MUNICIPALITY)
QUARTERS = tuple(Area(f"t:{at}", f"Q{at}", AreaLevel.QUARTER, "t") for at in range(5))
AMOUNTS = {0: (9000, 50, 40, 30), 1: (300, 310, 290, 305, 320), 2: (900, 880, 910), 3: (120,) * 40, 4: (70,) * 60}
"""The amounts of each quarter: in the first one contributor stands for nearly all."""


def _tabulated(folder: Path, *, greatest: int) -> tuple[str, Question]:
    rows = [
        Observation("flaeche", area.key, Period.parse("2024"), Breakdown.of({"Betrieb": f"{area.key}-{n}"}), Unit.COUNT,
                    Figure.of(amount), Material.ADDITIVE, SourceCell("f.csv", n, "Wert", str(amount)))
        for area in QUARTERS for n, amount in enumerate(AMOUNTS[int(area.key[-1])])
    ]  # fmt: skip
    key = Store(folder).append(rows, source="betriebe", name="f.csv", content_sha256="a" * 64)
    areas = tuple(area.key for area in (TOWN, *QUARTERS))
    return key, Question((key,), (Request("flaeche", Unit.COUNT),), areas, (TOWN, *QUARTERS), greatest=greatest)


def test_the_store_gives_the_greatest_amounts_of_every_sum(tmp_path: Path) -> None:
    """Also of the town, which is added up from its quarters."""
    _, question = _tabulated(tmp_path, greatest=2)
    raw = Store(tmp_path).tabulate(question)
    found = {key.area: raw.greatest[key] for key in raw.cells}
    everything = sorted((amount for amounts in AMOUNTS.values() for amount in amounts), reverse=True)
    expected = {f"t:{at}": sorted(amounts, reverse=True)[:2] for at, amounts in AMOUNTS.items()} | {"t": everything[:2]}
    assert found == {area: tuple(map(Decimal, amounts)) for area, amounts in expected.items()}


def test_a_dominated_sum_is_suppressed_and_stays_open_as_far_as_the_rule_demands(tmp_path: Path) -> None:
    """p = 10: the second contributor must not estimate the first more closely than 10 %; another quarter covers it."""
    _, question = _tabulated(tmp_path, greatest=2)
    strict = replace(rules(3), dominance=Dominance(closeness=10))
    cube = kept.protected(tmp_path, (kept.Asked("amt", question, strict),))[0].cube
    hidden = {key.area for key in cube if not cube.cell(key).figure.known}
    assert "t:0" in hidden
    assert len(hidden) >= 2
    free = kept.protected(tmp_path, (kept.Asked("amt", replace(question, greatest=0), rules(0)),))[0].cube
    assert all(free.cell(key).figure.known for key in free)
