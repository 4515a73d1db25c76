"""The columns of a goal tree in a spreadsheet: how they are recognised, and the tables that the program makes."""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from enum import Enum

from mehrklang.planning import Goal, GoalLevel, Measure


class Column(Enum):
    """What a column may hold, with the heads by which it is recognised; the first is the one of the template."""

    FIELD = ("Handlungsfeld", "Themenfeld", "Bereich", "Handlungsfelder", "Themenfelder")
    STRATEGIC = ("Strategisches Ziel", "Leitziel", "Oberziel", "Ziel", "Strategische Ziele", "Leitziele", "Oberziele")
    OPERATIVE = ("Operatives Ziel", "Teilziel", "Handlungsziel", "Unterziel", "Operative Ziele", "Teilziele")
    MEASURE = ("Maßnahme", "Massnahme", "Maßnahmen", "Projekt")
    RESPONSIBLE = ("Zuständig", "Zuständigkeit", "Verantwortlich", "Verantwortung", "Federführung")
    BEGINS = ("Beginn", "Start", "Von", "Zeitraum", "Laufzeit", "Umsetzungszeitraum")
    ENDS = ("Ende", "Bis", "Frist")
    STATE = ("Status", "Stand", "Umsetzungsstand")
    BUDGET = ("Budget", "Budget in Euro", "Budget (Euro)", "Kosten", "Mittel")
    PRODUCT = ("Produkt", "Produkt des Haushalts", "Haushaltsprodukt")
    DECISION = ("Beschluss", "Ratsbeschluss", "Beschlüsse")


HEADS = tuple(column.value[0] for column in Column)
BUDGET_AT = list(Column).index(Column.BUDGET)


def column_of(head: str) -> Column | None:
    """The column that a head names; case, line breaks (also inside a word) and a colon at its end do not count.

    >>> column_of("Strategisches\\nZiel:").name, column_of("Handlungs-\\nfeld").name
    ('STRATEGIC', 'FIELD')
    """
    wanted = " ".join(re.sub(r"(?<=\w)-\s*\n\s*(?=[a-zäöüß])", "", head).split()).rstrip(":").casefold()
    return next((each for each in Column if wanted in {name.casefold() for name in each.value}), None)


def is_number(head: str) -> bool:
    """Whether a column holds the numbers of what stands right of it.

    >>> is_number("Nr."), is_number("lfd. Nr."), is_number("Nutzen")
    (True, True, False)
    """
    return head.strip().casefold().rstrip(".:") in {"nr", "nummer", "lfd. nr", "lfd nr", "ziel-nr", "ziffer"}


def template() -> tuple[Sequence[str], ...]:
    """An empty form with two rows that show how it is filled."""
    first = ("Bildung", "Alle Kinder besuchen eine Kindertagesstätte.", "Es gibt genügend Plätze.", "Neue Kita-Gruppe")
    more = ("Jugendamt", "01.08.2026", "31.07.2028", "geplant", "250000", "3.6.5.01 Kindertagesstätten")
    second = ("", "", "", "Beratung zum Kitaplatz", "Jugendamt", "01.01.2026", "", "laufend", "", "", "")
    return HEADS, (*first, *more, "Rat der Stadt, 14.03.2026, VO/2026/017"), second


def tree_table(goals: Iterable[Goal], measures: Iterable[Measure]) -> tuple[Sequence[str], ...]:
    """Goals and measures in the columns of the template, each goal written in its own row."""
    kept, found = {goal.key: goal for goal in goals}, tuple(measures)
    return HEADS, *(row for goal in kept.values() for row in _rows(goal, kept, found))


def _rows(goal: Goal, goals: dict[str, Goal], measures: Sequence[Measure]) -> Iterator[Sequence[str]]:
    if goal.level is GoalLevel.MISSION:
        return
    place = _place(goal, goals)
    yield (*place, *[""] * 7, "; ".join(map(str, goal.decisions)))
    for measure in measures:
        if goal.key in measure.goals:
            yield (*place[:3], *_measure(measure))


def _place(goal: Goal, goals: dict[str, Goal]) -> tuple[str, str, str, str]:
    if goal.level is GoalLevel.FIELD:
        return goal.title, "", "", ""
    field = next((each.title for each in _above(goal, goals) if each.level is GoalLevel.FIELD), goal.field)
    above = goals.get(goal.parent)
    if goal.level is not GoalLevel.OPERATIVE:
        return field, goal.title, "", ""
    return field, above.title if above and above.level is GoalLevel.STRATEGIC else "", goal.title, ""


def _above(goal: Goal, goals: dict[str, Goal]) -> Iterator[Goal]:
    above = goals.get(goal.parent)
    for _ in goals:  # no chain is longer, even where goals stand in a circle
        if above is not None:
            yield above
            above = goals.get(above.parent)


def _measure(each: Measure) -> tuple[str, ...]:
    days = (f"{day:%d.%m.%Y}" if day else "" for day in (each.begins, each.ends))
    budget = "" if each.budget is None else f"{Decimal(each.budget):f}".replace(".", ",")
    decisions = "; ".join(map(str, each.decisions))
    return each.title, each.responsible, *days, each.state.value, budget, each.product, decisions
