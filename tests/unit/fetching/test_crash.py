"""Whenever the command is killed, its next run goes on where it was, and ends where an undisturbed one ends."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.factories import crash, crash_fetch
from tests.factories.genesis_service import Running, limited, service

KILLS = 14


@pytest.fixture
def running() -> Iterator[Running]:
    """A service that finds most slices too large."""
    with service(limited(12)) as found:
        yield found


def test_killed_at_any_step_it_resumes_to_the_same_folder(running: Running, tmp_path: Path) -> None:
    """Steps spread over the whole run; more of them: benchmarks.crash."""
    first = crash_fetch.prepare(tmp_path / "ganz", running)
    steps = crash.steps_of(crash_fetch.fetch, first)
    undisturbed = crash_fetch.Undisturbed.of(first)
    assert steps > KILLS
    kept = []
    for number in range(KILLS):
        folder = crash_fetch.prepare(tmp_path / str(number), running)
        assert crash.kill_at_step(crash_fetch.fetch, folder, 1 + number * (steps - 1) // KILLS)
        kept.append(crash_fetch.kept(folder))
        crash_fetch.prove(folder, running, undisturbed)
    assert kept == sorted(kept)
    assert len(set(kept)) > KILLS // 2, "the kills fall between different answers"


def test_killed_at_any_moment_it_resumes_to_the_same_folder(running: Running, tmp_path: Path) -> None:
    """Moments by chance, in the middle of a request for instance."""
    first = crash_fetch.prepare(tmp_path / "ganz", running)
    crash.finish(crash_fetch.fetch, first)
    undisturbed = crash_fetch.Undisturbed.of(first)
    chance = random.Random(11)  # noqa: S311 — moments, no secret
    for number in range(6):
        folder = crash_fetch.prepare(tmp_path / str(number), running)
        crash.kill_after(crash_fetch.fetch, folder, chance.random() * 0.2)
        crash_fetch.prove(folder, running, undisturbed)
