"""A timetable to begin with: one turn of the cycle takes about two years (Difu 2022)."""

from datetime import date, timedelta

from mehrklang.planning import Phase, PlannedPhase

_MONTHS = {
    Phase.CONCEPT: 6,
    Phase.COLLECTION: 6,
    Phase.INTERPRETATION: 3,
    Phase.DISCUSSION: 3,
    Phase.REPORT: 3,
    Phase.REVIEW: 3,
}
"""A proposal that every edition changes as it needs; together 24 months."""


def proposed_timetable(begins: date, responsible: str = "Koordination") -> tuple[PlannedPhase, ...]:
    """All phases one after the other from the first day of the month of `begins`.

    >>> [f"{each.phase}: {each.begins:%d.%m.%Y} bis {each.ends:%d.%m.%Y}"
    ...  for each in proposed_timetable(date(2026, 11, 23))][::5]
    ['konzept: 01.11.2026 bis 30.04.2027', 'ueberpruefen: 01.08.2028 bis 31.10.2028']
    """
    at, planned = begins.year * 12 + begins.month - 1, []
    for phase, months in _MONTHS.items():
        planned.append(PlannedPhase(phase, _first(at), _first(at + months) - timedelta(days=1), responsible))
        at += months
    return tuple(planned)


def _first(month: int) -> date:
    return date(month // 12, month % 12 + 1, 1)
