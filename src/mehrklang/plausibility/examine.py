"""All checks over readings that were delivered together."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType, ModuleType

from mehrklang.catalogue import Catalogue
from mehrklang.plausibility.batch import Batch, make_batch
from mehrklang.plausibility.checks import (
    agreement,
    autofill,
    balances,
    changes,
    composition,
    copies,
    derived,
    drift,
    gaps,
    impossible,
    jumps,
    names,
    neighbours,
    scale,
    shifted,
    sums,
    zeros,
)
from mehrklang.sources import Reading
from mehrklang.vocabulary import Issue

_MODULES: Sequence[ModuleType] = (
    copies, names, impossible, gaps, zeros, autofill, scale, sums, composition, balances, agreement, derived, changes,
    shifted, jumps, neighbours, drift,
)  # fmt: skip

_JUMP = "P-SPRUNG-01"
_EXPLAINING = ("P-EINHEIT-02", "P-TAUSCH", "P-VERSCHOBEN", "P-WERT")

CHECKS: Mapping[str, Callable[[Batch], tuple[Issue, ...]]] = MappingProxyType(
    {module.__name__.rpartition(".")[2]: module.check for module in _MODULES}
)
"""The checks by name, in the order in which they are told."""


def examine(readings: Sequence[Reading], *, catalogue: Catalogue | None = None) -> tuple[Issue, ...]:
    """Everything that the checks find in these readings, taken together; their readers' issues are not repeated.

    Cells are compared across files. A jump whose cause another check names is told once, with its cause. The catalogue,
    where given, tells documented breaks in series: a jump there is no surprise.
    """
    batch = make_batch(readings, catalogue)
    found = [issue for check in CHECKS.values() for issue in check(batch)]
    explained = {(issue.file, issue.line) for issue in found if issue.code.startswith(_EXPLAINING)}
    return tuple(issue for issue in found if issue.code != _JUMP or (issue.file, issue.line) not in explained)
