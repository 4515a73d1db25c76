"""Whenever the process dies, a delivery is there whole or not at all, and the next one gets in."""

import random
from pathlib import Path

import pytest

from mehrklang.store import Store
from mehrklang.store.folder import at_work
from tests.factories import crash

KILLS = 24


def test_a_process_killed_at_any_step_leaves_nothing_or_everything(tmp_path: Path) -> None:
    """Steps spread over the whole work, from the first folder to the last closing; all of them: benchmarks.crash."""
    steps = crash.steps_of(crash.append, tmp_path / "ablage")
    assert steps > KILLS
    assert crash.prove_store(tmp_path / "ablage"), "undisturbed, the delivery is there"
    there = []
    for number in range(KILLS):
        folder = tmp_path / str(number)
        assert crash.kill_at_step(crash.append, folder, 1 + number * (steps - 1) // KILLS)
        there.append(crash.prove_store(folder))
    assert not there[0]


def test_a_process_killed_at_any_moment_leaves_nothing_or_everything(tmp_path: Path) -> None:
    """Moments by chance, which steps do not foresee: in the middle of the engine's work, for instance."""
    chance = random.Random(11)  # noqa: S311 — moments, no secret
    for number in range(12):
        folder = tmp_path / str(number)
        folder.mkdir()
        crash.kill_after(crash.append, folder, chance.random() * 0.12)
        crash.prove_store(folder)


@pytest.mark.parametrize("left", [".entsteht-abc", ".auslagerung-abc"])
def test_what_a_crash_left_is_swept_by_the_next_append_unless_somebody_is_at_work(tmp_path: Path, left: str) -> None:
    """A live writer's folder looks just the same; the lock tells them apart."""
    (tmp_path / left).mkdir()
    (tmp_path / left / "rows.csv").write_text("halb", encoding="utf-8")
    with at_work(tmp_path):
        Store(tmp_path).append(crash.ROWS, source="probe", name="a.csv", content_sha256="0")
        assert (tmp_path / left / "rows.csv").exists()
    Store(tmp_path).append(crash.ROWS, source="probe", name="b.csv", content_sha256="1")
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".")]
