"""Fetches of the tests: a plan, credentials that must never be seen, and a clock that only waiting moves."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from mehrklang.fetching import Credentials, Fetched, Timing, fetch, load_plan
from mehrklang.sources import read

SECRET = Credentials("KENNUNG7788", "sehr-geheimes-Passwort")


class Watch:
    """A clock that only waiting moves."""

    def __init__(self) -> None:
        self.time = datetime(2026, 11, 23, 12, tzinfo=UTC)
        self.waits: list[float] = []

    def sleep(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.time += timedelta(seconds=seconds)

    @property
    def timing(self) -> Timing:
        return Timing(now=lambda: self.time, sleep=self.sleep, chance=lambda: 1.0)


def plan_text(address: str, keys: str = '["*"]') -> str:
    """A plan for the invented table; its last section is that of the manners."""
    return (
        f'adresse="{address}"\ntabelle="12411-01-01-4"\nordner="ziel"\n[jahre]\nvon=2021\nbis=2024\n'
        f'[gebiete]\nmerkmal="KREISE"\nschluessel={keys}\n[hoeflichkeit]\nversuche=3\nzeitgrenze=5\n'
    )


def run(address: str, folder: Path, watch: Watch | None = None, keys: str = '["*"]') -> Fetched:
    """Fetches into the folder `ziel`."""
    plan = load_plan(plan_text(address, keys), folder / "plan.toml").plan
    assert plan is not None
    return fetch(plan, SECRET, timing=(watch or Watch()).timing)


def values(folder: Path) -> set[tuple[str, str, str, str]]:
    """What is read from the folder `ziel`: area, period, categories, value as written."""
    reading = read(folder / "ziel")
    assert reading.usable, reading.issues
    return {(o.area, o.period.key, o.breakdown.label, o.cell.raw) for o in reading.observations}
