"""Whatever a reader lets through, the checks cope with it: they answer, and never raise."""

from dataclasses import replace
from decimal import Decimal
from random import Random

import pytest

from mehrklang.plausibility import preview, preview_all
from mehrklang.sources import Reading
from mehrklang.vocabulary import Breakdown, Figure, Material, Observation, Period, Reason, Sign, SourceCell, Unit
from tests.factories.tables import make_town

PERIODS = ("2019", "2020", "2021", "2022", "2019-06", "2020-12-31", "2018/19", "2018-WS", "2005..2024")
NUMBERS = ("0", "-1", "1", "100", "0.1", "1E+400", "-1E+308", "1E-400", "1E-320", "99999999999999999999", "33.3333333")
FIGURES = (
    *(Figure.of(Decimal(number)) for number in NUMBERS),
    Figure.nothing(),
    Figure.limited(5),
    Figure.withheld(Reason.SOURCE_SECRET),
    Figure.signed(Sign.NEGLIGIBLE, Reason.BELOW_HALF_UNIT),
)


def _anything(chance: Random) -> Reading:
    """Observations without any order: extreme numbers, mixed units and periods, repeated and missing keys."""
    observations = tuple(
        Observation(
            chance.choice(["a", "b"]),
            f"q{chance.randrange(12)}",
            Period.parse(chance.choice(PERIODS)),
            Breakdown.of({"Merkmal": label} if (label := chance.choice(["", "Insgesamt", "x", "y"])) else {}),
            chance.choice(list(Unit)),
            chance.choice(FIGURES),
            chance.choice(list(Material)),
            SourceCell("datei.csv", line, "Wert", "roh"),
        )
        for line in range(2, chance.randrange(3, 400))
    )
    return Reading("tidy", observations)


@pytest.mark.parametrize("seed", range(60))
def test_no_reading_makes_the_checks_fail(seed: int) -> None:
    """Random readings, alone and together, with and without an earlier delivery."""
    chance = Random(seed)  # noqa: S311 — invented figures
    one, other = _anything(chance), _anything(chance)
    assert len(preview_all((one, other), previous=(other,))) == 2


@pytest.mark.parametrize("seed", range(20))
def test_spoiled_tables_do_not_make_them_fail(seed: int) -> None:
    """Real looking tables in which every twentieth figure is extreme."""
    chance = Random(seed)  # noqa: S311 — invented figures
    for reading in make_town(seed).all:
        spoiled = tuple(
            replace(one, figure=chance.choice(FIGURES)) if chance.random() < 0.05 else one
            for one in reading.observations
        )
        assert preview(replace(reading, observations=spoiled)).observations == len(spoiled)


def test_nothing_is_no_fault() -> None:
    """No reading, and readings without observations."""
    assert preview_all(()) == ()
    assert preview(Reading("")).issues == ()
