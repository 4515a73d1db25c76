"""What is to be fetched: one table of one service, for areas and years, and how politely."""

from dataclasses import dataclass
from pathlib import Path

from mehrklang.fetching.services import Service


@dataclass(frozen=True, slots=True)
class FeatureChoice:
    """A feature of the table by its key (`GES`), limited to categories by their keys (`GESM`, `GESW`)."""

    feature: str
    categories: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Manners:
    """How the service is treated; times in seconds.

    One request at a time, always. `pause` lies between two of them; a request that failed for a passing reason is
    tried `tries` times in all, with growing pauses of at most `longest_pause`; `time_limit` is waited for each answer;
    `most_requests` ends a run.
    """

    pause: float = 1.0
    tries: int = 8
    longest_pause: float = 900.0
    time_limit: float = 300.0
    most_requests: int = 1000


@dataclass(frozen=True, slots=True)
class FetchPlan:
    """One fetch.

    Promise: `areas` are keys (`03153`) or beginnings (`03*`, `*`) of the regional feature `area_feature`, none of which
    overlap; both are empty for a table that is asked for without regard to areas. Years include both ends.
    """

    service: Service
    table: str
    folder: Path
    first_year: int
    last_year: int
    area_feature: str = ""
    areas: tuple[str, ...] = ()
    choices: tuple[FeatureChoice, ...] = ()
    manners: Manners = Manners()
