"""What other rules of secrecy would do before they hold: which values would newly be shown, hidden, or be others."""

from dataclasses import dataclass
from pathlib import Path

from mehrklang.package import Monitoring
from mehrklang.pipeline.evaluation import Evaluation, Result
from mehrklang.pipeline.recipe import evaluate
from mehrklang.vocabulary import Figure

_Values = dict[tuple[str, str, str], Figure]
"""The figures of an indicator by area, group and period."""


@dataclass(frozen=True, slots=True)
class Foreseen:
    """How many values of one indicator would newly be `shown`, newly `hidden`, or shown with another number; `refused`:
    the guard would let nothing of the indicator pass."""

    code: str
    name: str
    shown: int
    hidden: int
    others: int
    refused: bool = False


def foresee(before: Monitoring, after: Monitoring, *, store: Path, secret: str = "") -> tuple[Foreseen, ...]:
    """Every indicator whose values would change, in the order of the selection: both monitorings pass the guard, and
    their values (every area, group and period) are compared. Nothing is estimated."""
    one, other = (evaluate(each, store=store, secret=secret) for each in (before, after))
    found = (_of(code, one, other) for code in dict.fromkeys((*one.results, *other.results)))
    return tuple(each for each in found if each.shown or each.hidden or each.others)


def _of(code: str, before: Evaluation, after: Evaluation) -> Foreseen:
    one, other = _values(before.results.get(code)), _values(after.results.get(code))
    known = [(_known(one.get(key)), _known(other.get(key)), key) for key in dict.fromkeys((*one, *other))]
    return Foreseen(
        code,
        (after.results.get(code) or before.results[code]).definition.name,
        shown=sum(new and not old for old, new, _ in known),
        hidden=sum(old and not new for old, new, _ in known),
        others=sum(old and new and one[key] != other[key] for old, new, key in known),
        refused=code not in after.results,
    )


def _values(result: Result | None) -> _Values:
    series = result.series if result else ()
    return {(each.area, each.group, str(value.period)): value.figure for each in series for value in each.values}


def _known(figure: Figure | None) -> bool:
    return figure is not None and figure.known
