"""The one entrance for the pipeline: whichever method a rule set asks for is applied, and nothing passes beside it.

Published material passes with its producer's signs whatever the rule set says. The limits of a sample come first, then
one of rounding, cell key, or suppression with its proof.
"""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from fractions import Fraction
from types import MappingProxyType

from mehrklang.catalogue import RuleSet
from mehrklang.cubes import CellKey, ProtectedCube
from mehrklang.cubes.raw import RawCube
from mehrklang.disclosure.cell_key import perturbed_cube
from mehrklang.disclosure.history import NOTHING_BEFORE, History
from mehrklang.disclosure.protect import guard
from mehrklang.disclosure.protocol import Protocol
from mehrklang.disclosure.rounding import rounded_cube
from mehrklang.disclosure.rulebook import NONE_STRICTER, Stricter
from mehrklang.disclosure.sample_limits import limited_cube


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What a method has to know besides the cube and its rules.

    `history`: all that was published before. `important`: cells that are suppressed last. `secret`: the office's own
    text for random rounding. `keys`: the cell keys for the cell-key method. `stricter`: rules for single cells, where
    cells are suppressed.
    """

    history: History = NOTHING_BEFORE
    important: AbstractSet[CellKey] = frozenset()
    secret: str = field(default="", repr=False)
    keys: Mapping[CellKey, Fraction] = field(default_factory=lambda: MappingProxyType({}), repr=False)
    stricter: Stricter = field(default_factory=lambda: NONE_STRICTER)


@dataclass(frozen=True, slots=True)
class Shielded:
    """A protected cube; where cells were suppressed, the protocol that stays in the office."""

    cube: ProtectedCube
    protocol: Protocol | None = None


ORDINARY = Circumstances()


def shield(raw: RawCube, rules: RuleSet, circumstances: Circumstances = ORDINARY) -> Shielded:
    """Protect a cube by all methods of its rule set. Raises `DisclosureError` with German issues, and then no cube."""
    if rules.sample:
        raw = limited_cube(raw, rules.sample)
    if rules.rounding:
        return Shielded(rounded_cube(raw, rules, secret=circumstances.secret, history=circumstances.history))
    if rules.cell_key:
        return Shielded(perturbed_cube(raw, rules, circumstances.keys, history=circumstances.history))
    guarded = guard(
        raw,
        rules,
        history=circumstances.history,
        important=circumstances.important,
        stricter=circumstances.stricter,
    )
    return Shielded(guarded.cube, guarded.protocol)
