"""Whenever the server dies while a delivery is accepted, it is there whole or waits as before."""

import json
import random
import shutil

import pytest

from tests.factories import crash, crash_web

KILLS = 18


@pytest.fixture(scope="module")
def installation(tmp_path_factory):
    """An installation with a database file and one file on trial; each kill gets a copy."""
    folder = tmp_path_factory.mktemp("einrichtung")
    crash.finish(crash_web.prepare, folder)
    return folder


@pytest.fixture
def copies(installation, tmp_path):
    """As many copies as one asks for."""
    return (shutil.copytree(installation, tmp_path / str(number)) for number in range(1000))


def proved(folder) -> bool:
    crash.finish(crash_web.prove, folder)
    return json.loads((folder / crash_web.ANSWER).read_text(encoding="ascii"))


def test_a_server_killed_at_any_step_of_accepting_leaves_nothing_or_everything(copies):
    steps = crash.steps_of(crash_web.accept_in, next(copies))
    there = []
    for number in range(KILLS):
        folder = next(copies)
        assert crash.kill_at_step(crash_web.accept_in, folder, 1 + number * (steps - 1) // KILLS)
        there.append(proved(folder))
    assert there[0] is False


def test_a_server_killed_at_any_moment_of_accepting_leaves_nothing_or_everything(copies):
    chance = random.Random(12)  # noqa: S311 — moments, no secret
    for _ in range(6):
        folder = next(copies)
        crash.kill_after(crash_web.accept_in, folder, chance.random() * 0.08)
        proved(folder)
