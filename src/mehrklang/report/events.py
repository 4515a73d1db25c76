"""Measures as events beside an indicator: numbered alike in chart, table and words, and with no claim of effect."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from mehrklang.planning import Measure
from mehrklang.planning.measure import NO_CLAIM
from mehrklang.report.anchor import anchor
from mehrklang.report.document import Cell, Row, Table
from mehrklang.report.finding import Finding

TITLE = "Maßnahmen als Ereignisse"


@dataclass(frozen=True, slots=True)
class Event:
    """A measure with its number."""

    number: int
    measure: Measure

    @property
    def mark(self) -> str:
        """How it is named in a chart."""
        return f"M{self.number}"

    @property
    def span(self) -> str:
        """From when to when, in German; "" where it has no dates."""
        begins, ends = self.measure.begins, self.measure.ends
        parts = (f"ab {begins:%d.%m.%Y}" if begins else "", f"bis {ends:%d.%m.%Y}" if ends else "")
        return " ".join(part for part in parts if part)

    @property
    def told(self) -> str:
        """Number, title, state and time in one line."""
        facts = ", ".join(part for part in (self.measure.state.value, self.span) if part)
        return f"{self.mark} {self.measure.title} ({facts})"


def events(finding: Finding) -> tuple[Event, ...]:
    """All measures by their beginning; those without one come last, in their order.

    >>> begun = Measure("a", "Lotsen", begins=date(2020, 3, 1))
    >>> Event(1, begun).told
    'M1 Lotsen (geplant, ab 01.03.2020)'
    """
    ordered = sorted(finding.measures, key=lambda each: each.begins or date.max)
    return tuple(Event(at, each) for at, each in enumerate(ordered, start=1))


def dated(finding: Finding) -> tuple[Event, ...]:
    """Those that a time axis can show."""
    return tuple(each for each in events(finding) if each.measure.begins)


def in_words(finding: Finding) -> str:
    """For the text alternative of a chart over time; "" where it shows none."""
    told = "; ".join(each.told for each in dated(finding))
    return f"{TITLE}, ohne Aussage über eine Wirkung: {told}." if told else ""


def event_tables(finding: Finding) -> Iterator[Table]:
    """The measures as a table; none where there are no measures."""
    found = events(finding)
    if found:
        yield Table(
            anchor=f"{anchor(finding.definition.code)}-massnahmen",
            caption=f"{TITLE}: {finding.definition.name}",
            heads=("Maßnahme", "Stand", "Zeitraum", "Zuständig"),
            rows=tuple(_row(each) for each in found),
            notes=(NO_CLAIM,),
        )


def _row(event: Event) -> Row:
    each = event.measure
    texts = (each.state.value, event.span or "nicht festgelegt", each.responsible or "nicht festgelegt")
    return Row(f"{event.mark} {each.title}", tuple(Cell(text, numeric=False) for text in texts))
