"""What lies in what: one area in another, in one hierarchy, for a time."""

from dataclasses import dataclass
from datetime import date

ADMINISTRATION, ASSOCIATIONS = "verwaltung", "gemeindeverband"
"""The hierarchies that the Gemeindeverzeichnis has: by `Area.parent`, and by the association in the ARS."""


@dataclass(frozen=True, slots=True)
class Membership:
    """The area `area` lies in `parent` in one hierarchy ("sozialraum", "schulbezirk"); open ends have no limit."""

    hierarchy: str
    area: str
    parent: str
    since: date | None = None
    until: date | None = None

    def holds_on(self, day: date | None) -> bool:
        """Whether it holds on that day; without a day, whether it holds without an end."""
        if day is None:
            return self.until is None
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)

    def overlaps(self, other: "Membership") -> bool:
        """Whether there is a day on which both hold."""
        starts = [one.since for one in (self, other) if one.since is not None]
        ends = [one.until for one in (self, other) if one.until is not None]
        return not starts or not ends or max(starts) <= min(ends)


@dataclass(frozen=True, slots=True)
class Union:
    """An area that the office puts together itself: whole areas that do not overlap."""

    key: str
    name: str
    parts: tuple[str, ...]

    def __post_init__(self) -> None:
        if not self.parts:
            raise ValueError(f"a union needs parts: {self.key}")
