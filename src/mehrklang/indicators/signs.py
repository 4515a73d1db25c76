"""How signs go on: from the parts of a computation into its result.

The order matters: what is withheld stays withheld, whatever else may be missing.
"""

from decimal import Decimal

from mehrklang.vocabulary import Figure, Reason, Sign


def obstacle(*figures: Figure) -> Figure | None:
    """The figure that stands in place of a result, if one of the parts has no number; None if all have one.

    >>> obstacle(Figure.of(3), Figure.nothing()) is None
    True
    >>> obstacle(Figure.withheld(Reason.NOT_DELIVERED), Figure.withheld(Reason.SUPPRESSED)).reason
    <Reason.PART_WITHHELD: 'bestandteil-gesperrt'>
    """
    hidden = [figure for figure in figures if figure.number is None]
    if not hidden:
        return None
    if any(figure.reason is not None and figure.reason.withheld for figure in hidden):
        return Figure.withheld(Reason.PART_WITHHELD)
    if any(figure.reason is Reason.NOT_COMPARABLE for figure in hidden):
        return Figure.signed(Sign.BLOCKED, Reason.NOT_COMPARABLE)
    if any(figure.sign is Sign.NEGLIGIBLE for figure in hidden):
        return Figure.withheld(Reason.PART_BELOW_HALF_UNIT)
    return Figure.withheld(Reason.PART_MISSING)


def carry(number: Decimal, *figures: Figure) -> Figure:
    """The result as a figure: of limited reliability as soon as one part is; a zero that comes of a count rounded to
    zero is no exact zero.

    >>> carry(Decimal(5), Figure.of(2), Figure.limited(3)).sign
    <Sign.LIMITED: '( )'>
    """
    limited = any(figure.sign is Sign.LIMITED for figure in figures)
    if number == 0 and not limited and any(figure.rounded_to_zero for figure in figures):
        return Figure.rounded_zero()
    return Figure.limited(number) if limited else Figure.of(number)
