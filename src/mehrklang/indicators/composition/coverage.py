"""COVERAGE, PARTICIPATION (Reichweite, Teilnahmen): how many of those for whom it is meant does an offer reach?

Formula of coverage: 100 · persons reached : persons eligible. Participations are not persons: who comes twice is
counted twice, and then the value is a number of visits per 100 eligible, not a share; it says so.
"""

from mehrklang.indicators.part import Outcome, Part
from mehrklang.indicators.rate import rate
from mehrklang.indicators.share import share

VISITS = "Gezählt sind Teilnahmen, nicht Personen: kein Anteil."


def coverage(reached: Part, eligible: Part) -> Outcome:
    """The share in per cent of the eligible persons who were reached.

    >>> from mehrklang.vocabulary import Figure
    >>> coverage(Part(Figure.of(180)), Part(Figure.of(1200))).figure.number
    Decimal('15')
    """
    return share(reached, eligible)


def participation(visits: Part, eligible: Part, *, per: int = 100) -> Outcome:
    """Visits per `per` eligible persons.

    >>> from mehrklang.vocabulary import Figure
    >>> found = participation(Part(Figure.of(1800)), Part(Figure.of(1200)))
    >>> found.figure.number, found.notes
    (Decimal('150'), ('Gezählt sind Teilnahmen, nicht Personen: kein Anteil.',))
    """
    outcome = rate(visits, eligible, per=per)
    return Outcome(outcome.figure, outcome.formula, (*outcome.notes, VISITS))
