"""The unit of a derived value."""

from mehrklang.catalogue.definition import Derivation
from mehrklang.catalogue.kind import IndicatorKind
from mehrklang.catalogue.layer import ChangeForm
from mehrklang.vocabulary import Unit


def derived_unit(kind: IndicatorKind, derivation: Derivation, unit: Unit) -> Unit:
    """The unit of a value that is derived from values in `unit`.

    >>> derived_unit(IndicatorKind.CHANGE, Derivation("a", "b", form=ChangeForm.RELATIVE), Unit.PERCENT)
    <Unit.PERCENT_CHANGE: 'veraenderung-prozent'>
    """
    match kind:
        case IndicatorKind.RATIO:
            return Unit.RATIO
        case IndicatorKind.INDEX | IndicatorKind.COMPOSITE:
            return Unit.INDEX
        case IndicatorKind.CHANGE if derivation.form is ChangeForm.USUAL:
            return unit.of_change
        case IndicatorKind.CHANGE if derivation.form is ChangeForm.RELATIVE:
            return Unit.PERCENT_CHANGE
        case _:
            return unit.of_difference
