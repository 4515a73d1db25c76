"""A small town, built once for all tests of the room."""

from pathlib import Path

import pytest

from mehrklang.demo import write_demo
from mehrklang.demo.counts import Counts, count
from mehrklang.demo.deliveries import deliveries
from mehrklang.demo.delivery import Delivery
from mehrklang.demo.person import Spell
from mehrklang.demo.register import register
from mehrklang.demo.town import Town, build_town
from mehrklang.package import Monitoring

SIZE, SEED = 15_000, 2010


@pytest.fixture(scope="session")
def town() -> Town:
    return build_town(inhabitants=SIZE, seed=SEED)


@pytest.fixture(scope="session")
def spells(town: Town) -> tuple[Spell, ...]:
    return tuple(register(town, inhabitants=SIZE, seed=SEED))


@pytest.fixture(scope="session")
def counts(town: Town, spells: tuple[Spell, ...]) -> Counts:
    return count(town, spells, asked=SIZE // 1100)


@pytest.fixture(scope="session")
def delivered(town: Town, counts: Counts) -> dict[str, Delivery]:
    return {each.name: each for each in deliveries(town, counts, inhabitants=SIZE, seed=SEED)}


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("demo") / "reiherfurt"
    write_demo(path, inhabitants=SIZE, seed=SEED)
    return path


@pytest.fixture(scope="session")
def monitoring(tmp_path_factory: pytest.TempPathFactory) -> Monitoring:
    return write_demo(tmp_path_factory.mktemp("again") / "reiherfurt", inhabitants=SIZE, seed=SEED)
