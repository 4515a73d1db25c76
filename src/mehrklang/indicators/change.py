"""CHANGE (Veränderung): a value against an earlier one of the same series.

Counts and prices change in per cent: 100 · (later − earlier) ÷ earlier. Everything else, above all percentages, changes
by a difference: later − earlier, of percentages in percentage points; "10 per cent more of 20 per cent" would be read
in two ways. A definition may ask for one form expressly: absolute (the difference), relative (in per cent), per year
(the difference : years). A change across a break (Reihenbruch) is never computed.
"""

from decimal import Decimal

from mehrklang.catalogue import ChangeForm
from mehrklang.indicators.division import divide
from mehrklang.indicators.gap import gap
from mehrklang.indicators.part import Outcome, Part
from mehrklang.vocabulary import Figure, Reason, Sign, Unit


def change(later: Part, earlier: Part) -> Outcome:
    """The change in per cent or as a difference, whichever `Unit.of_change` says; unrounded.

    >>> from decimal import Decimal
    >>> more_people = change(Part(Figure.of(120)), Part(Figure.of(96)))
    >>> more_people.formula, more_people.figure.number
    ('100 · (120 − 96) : 96', Decimal('25'))
    >>> change(Part(Figure.of(12), Unit.PERCENT), Part(Figure.of(Decimal("9.5")), Unit.PERCENT)).figure.number
    Decimal('2.5')
    """
    relative = later.unit.of_change is Unit.PERCENT_CHANGE
    return changed(later, earlier, form=ChangeForm.RELATIVE if relative else ChangeForm.ABSOLUTE, years=1)


def changed(later: Part, earlier: Part, *, form: ChangeForm, years: int) -> Outcome:
    """The change in the form that the definition asks for; `years` lie between the two values.

    >>> later, earlier = Part(Figure.of(120)), Part(Figure.of(96))
    >>> [changed(later, earlier, form=form, years=4).figure.number for form in ChangeForm]
    [Decimal('25'), Decimal('24'), Decimal('25'), Decimal('6')]
    """
    match form:
        case ChangeForm.USUAL:
            return change(later, earlier)
        case ChangeForm.ABSOLUTE:
            return gap(later, earlier)
        case ChangeForm.RELATIVE:
            difference = gap(later, earlier)
            figure = (
                divide(Part(difference.figure), earlier, times=100) if difference.figure.known else difference.figure
            )
            return Outcome(figure, f"100 · ({difference.formula}) : {earlier.written}")
        case ChangeForm.PER_YEAR:
            difference = gap(later, earlier)
            known = difference.figure.known
            figure = divide(Part(difference.figure), Part(Figure.of(Decimal(years)))) if known else difference.figure
            return Outcome(figure, f"({difference.formula}) : {years}")


def not_comparable() -> Figure:
    """What stands in place of a change across a break."""
    return Figure.signed(Sign.BLOCKED, Reason.NOT_COMPARABLE)
