"""COVERAGE, PARTICIPATION (Reichweite, Teilnahmequote): how many of those for whom it is meant does an offer reach?

Formula: 100 · persons reached : persons eligible. Participations are not persons: who comes twice is counted twice, and
then the value is a number of visits per 100 eligible, not a share; it says so.
"""

from mehrklang.indicators.part import Outcome, Part
from mehrklang.indicators.rate import rate
from mehrklang.indicators.share import share

VISITS = "Gezählt sind Teilnahmen, nicht Personen: je 100 Berechtigte, kein Anteil."


def coverage(reached: Part, eligible: Part, *, persons: bool) -> Outcome:
    """The share of those reached, or visits per 100 where not `persons` but participations were counted.

    >>> from mehrklang.vocabulary import Figure
    >>> courses = Part(Figure.of(180)), Part(Figure.of(1200))
    >>> coverage(*courses, persons=True).figure.number, coverage(*courses, persons=False).notes[0][:8]
    (Decimal('15'), 'Gezählt ')
    """
    if persons:
        return share(reached, eligible)
    visits = rate(reached, eligible, per=100)
    return Outcome(visits.figure, visits.formula, (*visits.notes, VISITS))
