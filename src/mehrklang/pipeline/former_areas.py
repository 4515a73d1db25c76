"""The areas of the past in the tree of today: where they lay, and from when to when each area existed.

The guard must know of every old area what it is a part of; the roll-up, whether an area was there at all.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from mehrklang.pipeline.scope import Scope
from mehrklang.territory import Apportionment
from mehrklang.vocabulary import Area


@dataclass(frozen=True, slots=True)
class Former:
    """What the rows of an Umsteigeschlüssel say of areas: which are gone, which came."""

    rows: tuple[Apportionment, ...]

    @property
    def gone(self) -> frozenset[str]:
        """The old areas that are none of the territory."""
        return frozenset(row.source for row in self.rows) - frozenset(row.target for row in self.rows)

    def scope(self, scope: Scope) -> Scope:
        """The scope with the old areas where they lay. They are asked for, and not reported on."""
        gone = self.gone
        known = {one.key: one for one in scope.within}
        placed = {**known, **{one.key: one for one in self._placed(known, gone - known.keys())}}
        asked = {*scope.keys, *known}
        return replace(
            scope,
            parts=tuple(one for one in scope.parts if one.key not in gone),
            within=tuple(self._dated(one, gone) for one in placed.values()),
            former=tuple(sorted({row.source for row in self.rows if row.target in asked})),
            gone=gone,
        )

    def _placed(self, known: Mapping[str, Area], unknown: Iterable[str]) -> Iterable[Area]:
        """Each old area beside those that it went to; none of which these have no parent and level in common."""
        for key in sorted(unknown):
            rows = [row for row in self.rows if row.source == key]
            targets = [known.get(row.target) for row in rows]
            places = {(one.parent, one.level) if one else (None, None) for one in targets}
            if len(places) == 1 and targets[0] is not None and targets[0].parent is not None:
                name = rows[0].source_name or f"Gebiet {key}"
                yield Area(key, name, targets[0].level, targets[0].parent)

    def _dated(self, area: Area, gone: frozenset[str]) -> Area:
        """From when to when the area existed, as far as the rows tell and nobody else does."""
        was = {row.source_day.year for row in self.rows if row.source == area.key}
        if area.key in gone and area.valid_until is None:
            return replace(area, valid_until=date(self._last(was), 12, 31))
        before = {row.source_day.year for row in self.rows if row.target == area.key} - was
        if before and area.valid_from is None:
            return replace(area, valid_from=date(self._last(before) + 1, 1, 1))
        return area

    def _last(self, years: set[int]) -> int:
        """The last year of the old order; where the rows end, the one before the territory."""
        ends = max(years) == max(row.source_day.year for row in self.rows)
        return self.rows[0].target_day.year - 1 if ends else max(years)
