"""Which rules hold for which cell: those of the source, and stricter ones where an indicator or a linked table asks.

A cell that two indicators need is protected by the stricter rules for both: what one of them shows, everybody has read.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal
from functools import reduce
from types import MappingProxyType

from mehrklang.catalogue import RuleSet
from mehrklang.cubes import CellKey
from mehrklang.cubes.raw import RawCube

Stricter = Mapping[CellKey, RuleSet]
"""Rules by cell; a cell that is not named has the rules of its source."""

_CLOSED = "gesperrt wie sein Gegenstück"
"""The name of the rules of a single cell that is suppressed whatever its number."""

NONE_STRICTER: Stricter = MappingProxyType({})


def together(one: RuleSet, other: RuleSet) -> RuleSet:
    """What satisfies two rule sets at once: the stricter of each pair of limits. Rounding, noise and sample limits are
    methods for a whole table; they stay those of the first.

    >>> three = RuleSet("k3", "Drei", 3, 100, True, "frei erfunden", "")
    >>> both = together(three, RuleSet("k5", "Fünf", 5, 30, False, "frei erfunden", ""))
    >>> both.key, both.minimum_count, both.rate_floor, both.zero_is_public
    ('k5', 5, 100, False)
    """
    if one == other:
        return one
    named = other if other.minimum_count > one.minimum_count else one
    return replace(
        one,
        key=named.key,
        name=named.name,
        legal_basis=named.legal_basis,
        minimum_count=max(one.minimum_count, other.minimum_count),
        rate_floor=max(one.rate_floor, other.rate_floor),
        zero_is_public=one.zero_is_public and other.zero_is_public,
        protection_width=max(one.protection_width, other.protection_width),
        link_near=one.link_near or other.link_near,
        dominance=one.dominance or other.dominance,
    )


def strictest(rules: Iterable[RuleSet]) -> RuleSet:
    """What satisfies all of them, at least one."""
    return reduce(together, dict.fromkeys(rules))


def closed(rules: RuleSet, number: Decimal) -> RuleSet:
    """Rules by which a cell of this number is suppressed: what another source suppresses of the same persons.

    >>> three = RuleSet("k3", "Drei", 3, 0, True, "frei erfunden", "")
    >>> closed(three, Decimal(40)).minimum_count
    41
    """
    return replace(rules, name=_CLOSED, minimum_count=int(abs(number)) + 1, zero_is_public=False)


def completed(raw: RawCube, rules: RuleSet, stricter: Stricter) -> Stricter:
    """Also for the hidden cells, which complete the sums of others: they keep to the strictest of all rules."""
    if not stricter:
        return stricter
    hardest = strictest((rules, *(each for each in stricter.values() if each.name != _CLOSED)))
    return MappingProxyType({**stricter, **dict.fromkeys(raw.hidden, hardest)})
