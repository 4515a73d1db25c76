"""Processes are killed at work: `python -m benchmarks.crash [number]`.

Half of them freeze a delivery in the store, half in the shell; half as many again fetch a table from a service.
Half of the kills fall on steps that reach for the system, one after the other, half on moments by chance. After each it
is proved that the delivery is there whole or not at all and that the next one gets in, and that a fetch resumes to the
very folder that an undisturbed one leaves. Raises where that does not hold.
"""

import json
import random
import shutil
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic

from tests.factories import crash, crash_fetch, crash_web
from tests.factories.genesis_service import limited, service

KILLS = 200
_chance = random.Random(8)  # noqa: S311 — moments, no secret


def main(kills: int) -> None:
    """Prints how many kills found the delivery there afterwards, and how many did not."""
    with TemporaryDirectory() as folder:
        root = Path(folder)
        template = root / "vorlage"
        template.mkdir()
        crash.finish(crash_web.prepare, template)
        empty = (root / f"s{number}" for number in range(1_000_000))
        copied = (shutil.copytree(template, root / f"w{number}") for number in range(1_000_000))
        _kill("store, append", crash.append, crash.prove_store, empty, kills - kills // 2)
        _kill("shell, accept", crash_web.accept_in, _prove_shell, copied, kills // 2)
        _kill_fetches(root, kills // 2)


def _kill_fetches(root: Path, kills: int) -> None:
    with service(limited(12)) as running:
        first = crash_fetch.prepare(root / "ganz", running)
        crash.finish(crash_fetch.fetch, first)
        undisturbed = crash_fetch.Undisturbed.of(first)
        planned = (crash_fetch.prepare(root / f"f{number}", running) for number in range(1_000_000))
        _kill(
            "command, fetch",
            crash_fetch.fetch,
            lambda folder: crash_fetch.prove(folder, running, undisturbed),
            planned,
            kills,
        )


def _kill(name: str, work: crash.Work, prove: Callable[[Path], bool], folders: Iterator[Path], kills: int) -> None:
    start, seen = monotonic(), Counter[bool]()
    first = next(folders)
    steps = crash.steps_of(work, first)
    by_step = max(1, kills // 2)
    at = cycle([1 + number * (steps - 1) // by_step for number in range(by_step)])
    while seen.total() < kills:
        folder = next(folders)
        folder.mkdir(exist_ok=True)
        if seen.total() % 2 == 0:
            died = crash.kill_at_step(work, folder, next(at))
        else:
            died = crash.kill_after(work, folder, _moment())
        there = prove(folder)
        if died:
            seen[there] += 1
        shutil.rmtree(folder)
    print(
        f"{name}: {kills} kills ({steps} steps): {seen[False]} times nothing valid was there, {seen[True]} times"
        f" everything, never anything else; {monotonic() - start:.0f} s"
    )


def _moment() -> float:
    return _chance.random() * 0.1


def _prove_shell(folder: Path) -> bool:
    crash.finish(crash_web.prove, folder)
    return bool(json.loads((folder / crash_web.ANSWER).read_text(encoding="ascii")))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else KILLS)
