"""PARITY, REPRESENTATION (Repräsentanz): is a group present in X as it is in the population?

Formula: (group in X : all in X) : (group in the population : population). 1 means as many as its share; 0.5 half of it.
Population means those who could be there (of an age, of a place): say which.
"""

from mehrklang.indicators.division import divide
from mehrklang.indicators.part import Outcome, Part


def representation(group_in: Part, all_in: Part, group: Part, population: Part) -> Outcome:
    """The quotient of the two shares.

    Of 40 council members 3 have a migration background, of 1,000 adults 250:

    >>> from mehrklang.vocabulary import Figure
    >>> numbers = [Part(Figure.of(number)) for number in (3, 40, 250, 1000)]
    >>> representation(*numbers).figure.number, representation(*numbers).formula
    (Decimal('0.3'), '(3 : 40) : (250 : 1.000)')
    """
    there = Part(divide(group_in, all_in))
    everywhere = Part(divide(group, population))
    return Outcome(
        divide(there, everywhere),
        f"({group_in.written} : {all_in.written}) : ({group.written} : {population.written})",
    )
