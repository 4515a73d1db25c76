"""Processes that are killed (SIGKILL: nothing can be tidied up) while they freeze a delivery.

The process is forked by multiprocessing's fork server, which has everything loaded: so a kill costs milliseconds and
hundreds can be made. It dies at the n-th step that reaches for the system (a call of `_STEPS`, before or after), or
whenever its parent strikes.
"""

import multiprocessing
import os
import signal
import sys
import time
from collections.abc import Callable
from multiprocessing.context import ForkServerContext
from pathlib import Path
from types import FrameType

from mehrklang.store import Question, Request, Store
from mehrklang.vocabulary import Unit
from tests.factories.observations import TOWN, observation

_STEPS = frozenset({
    "chmod", "close", "commit", "connect", "copyfile", "execute", "fetchall", "flock", "flush", "fsync", "mkdir",
    "open", "read", "remove", "rename", "replace", "rmdir", "rollback", "scandir", "sendfile", "stat", "unlink",
    "write", "writerows",
})  # fmt: skip
_SERVER: ForkServerContext = multiprocessing.get_context("forkserver")
_LASTS = 30

ROWS = tuple(
    observation(number, area=f"q{1 + number % 3}", by={"Alter": str(number)}, line=number + 2) for number in range(300)
)
"""What is delivered: three hundred counts, 0 to 299."""

Work = Callable[[Path], None]


def append(root: Path) -> None:
    """Freezes `ROWS` in the store below `root`; the key is the answer of every process that does so."""
    Store(root).append(ROWS, source="probe", name="zählung.csv", content_sha256="0" * 64)


def kill_at_step(work: Work, folder: Path, step: int) -> bool:
    """Does the work in a process that dies at its n-th step; gives whether it died (False: it had fewer steps)."""
    return _run(_dying, (work, folder, step), _LASTS)


def kill_after(work: Work, folder: Path, seconds: float) -> bool:
    """Does the work in a process that is killed so many seconds after it began; gives whether it was still at it."""
    begun = folder / ".begonnen"
    return _run(_telling, (work, folder, begun), seconds, begun)


def finish(work: Work, folder: Path) -> None:
    """Does the work in a process of its own, undisturbed; what it asserts holds."""
    assert not _run(_undisturbed, (work, folder), _LASTS)


def steps_of(work: Work, folder: Path) -> int:
    """How many steps the work has when nobody interrupts it."""
    seen = folder / ".schritte"
    _run(_counting, (work, folder, seen), _LASTS)
    step = int(seen.read_text(encoding="ascii"))
    seen.unlink()
    return step


def prove_store(root: Path) -> bool:
    """Whether the delivery is there, whole; asserts that it is either that or not there at all, and that the next
    append succeeds and leaves nothing else behind."""
    before = [path for path in root.glob("*") if not path.name.startswith(".")] if root.exists() else []
    assert len(before) <= 1
    for path in before:
        _whole(root, path.stem)
    key = Store(root).append(ROWS, source="probe", name="zählung.csv", content_sha256="0" * 64)
    assert not before or before[0].stem == key
    assert [path.name for path in root.iterdir()] == [f"{key}.parquet"]
    _whole(root, key)
    return bool(before)


def _whole(root: Path, key: str) -> None:
    cube = Store(root).tabulate(Question((key,), (Request("Personen", Unit.COUNT),), ("s",), TOWN))
    (cell,) = [cell for at, cell in cube.cells.items() if at.area == "s"]
    assert (cell.figure.number, cell.lineage.cell_count) == (sum(range(300)), 300)


def _run(target: Callable[..., None], arguments: tuple[object, ...], seconds: float, begun: Path | None = None) -> bool:
    process = _SERVER.Process(target=target, args=arguments)
    process.start()
    if begun is not None:
        while process.is_alive() and not begun.exists():
            time.sleep(0.0005)
    process.join(seconds)
    if process.is_alive():
        process.kill()
        process.join()
    if begun is not None:
        begun.unlink(missing_ok=True)
    assert process.exitcode in (0, -signal.SIGKILL), f"the work itself failed: {process.exitcode}"
    return process.exitcode != 0


def _undisturbed(work: Work, folder: Path) -> None:
    work(folder)


def _telling(work: Work, folder: Path, begun: Path) -> None:
    begun.touch()
    work(folder)


def _dying(work: Work, folder: Path, last: int) -> None:
    def strike(step: int) -> None:
        if step == last:
            os.kill(os.getpid(), signal.SIGKILL)

    _watched(work, folder, strike)


def _counting(work: Work, folder: Path, seen: Path) -> None:
    steps = [0]
    _watched(work, folder, lambda step: steps.__setitem__(0, step))
    seen.write_text(str(steps[0]), encoding="ascii")


def _watched(work: Work, folder: Path, at: Callable[[int], None]) -> None:
    step = 0

    def watch(_: FrameType, event: str, called: object) -> None:
        nonlocal step
        if event in ("c_call", "c_return") and getattr(called, "__name__", "") in _STEPS:
            step += 1
            at(step)

    sys.setprofile(watch)
    try:
        work(folder)
    finally:
        sys.setprofile(None)


_SERVER.set_forkserver_preload(["tests.factories.crash", "tests.factories.crash_fetch", "tests.factories.crash_web"])
