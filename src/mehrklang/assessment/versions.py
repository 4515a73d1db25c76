"""Versions in an assessment: which values are not final, what was revised, and what the revision alone has changed."""

from collections.abc import Iterable, Iterator, Sequence

from mehrklang.assessment.result import Movement, TargetState
from mehrklang.indicators import IndicatorValue, Series
from mehrklang.vocabulary import Finality
from mehrklang.vocabulary.german import format_with_unit


def told_versions(series: Series) -> Iterator[str]:
    """German sentences on the values of a series that are provisional or estimated, and on the newest if it was
    revised."""
    for state in (Finality.PROVISIONAL, Finality.ESTIMATED):
        periods = [value.period.label for value in series.values if value.figure.known and value.finality is state]
        if periods:
            what = f"Der Wert für {periods[0]} ist" if len(periods) == 1 else f"Die Werte für {listed(periods)} sind"
            yield f"{what} {state.label}; das endgültige Ergebnis kann abweichen."
    if series.latest is not None and series.latest.changed:
        yield f"Der Wert für {series.latest.period.label} ist {revised(series.latest)}."


def revised(value: IndicatorValue) -> str:
    """That a value was revised, and from what: "berichtigt: vorher 12,3 % (vorläufig)"; "" where it was not."""
    if value.before is None or not value.changed:
        return ""
    state = f" ({value.before.finality.label})" if value.before.finality is not Finality.UNSTATED else ""
    return f"berichtigt: vorher {format_with_unit(value.before.figure, value.unit, value.decimals)}{state}"


def caution(value: IndicatorValue) -> str:
    """What has to be said of a value that is not final; "" of any other."""
    return f"Der Wert ist {value.finality.label}." if value.finality.open else ""


def told_changes(states: tuple[TargetState, TargetState], movements: tuple[Movement, Movement]) -> Iterator[str]:
    """What the revision alone has changed; pairs of before and now.

    >>> same = (Movement.RISING, Movement.RISING)
    >>> list(told_changes((TargetState.ON_COURSE, TargetState.OFF_COURSE), same))
    ['Der Stand zum Ziel hat sich allein durch berichtigte Werte geändert: vorher „auf Kurs“.']
    """
    if states[0] is not states[1]:
        yield f"Der Stand zum Ziel hat sich allein durch berichtigte Werte geändert: vorher „{states[0].label}“."
    if movements[0] is not movements[1]:
        yield f"Die Entwicklung wird allein durch berichtigte Werte anders beurteilt: vorher „{movements[0].label}“."


def any_changed(values: Iterable[IndicatorValue]) -> bool:
    """Whether a value was another figure in the version before."""
    return any(value.changed for value in values)


def listed(words: Sequence[str]) -> str:
    """The words as a German list.

    >>> listed(["2021", "2022", "2023"]), listed(["2023"])
    ('2021, 2022 und 2023', '2023')
    """
    return " und ".join(filter(None, (", ".join(words[:-1]), words[-1])))
