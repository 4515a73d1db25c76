"""Two divisions of one area of which nobody knows how they lie in each other.

A Sozialraum and the Stadtteile in it leave a small area over. The sums bind the two only where both are made up of the
same smaller areas; without these nobody can tell what the difference says, so nothing is sealed.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations

from mehrklang.cubes.raw import RawCube, Relation
from mehrklang.vocabulary import Issue, Severity

_Divisions = Mapping[str, frozenset[tuple[str, ...]]]


def unknown_cuts(raw: RawCube) -> Iterator[Issue]:
    """One issue for each area that is divided in two ways without a common smaller area."""
    divisions = _divisions(raw)
    for area, families in sorted(divisions.items()):
        leaves = [frozenset().union(*(_leaves(part, divisions) for part in family)) for family in sorted(families)]
        if any(one.isdisjoint(other) for one, other in combinations(leaves, 2)):
            yield Issue(
                "B-SCHUTZ-09",
                Severity.ERROR,
                f"Das Gebiet {area} ist auf zwei Weisen gegliedert, und aus den Daten geht nicht hervor, wie sich die "
                "Teile überschneiden. Aus Differenzen ließen sich kleine Gebiete errechnen.",
                "Die Quelle so kleinräumig liefern, dass beide Gliederungen daraus zusammengezählt werden, und die "
                "Einordnungen angeben; oder nur eine der beiden Gliederungen aufnehmen.",
            )


def _divisions(raw: RawCube) -> _Divisions:
    """The ways in which each area is divided; where a part has no case in one row, the fullest row counts."""
    found: defaultdict[str, set[tuple[str, ...]]] = defaultdict(set)
    for relation in raw.relations:
        if _by_area(relation):
            found[relation.total.area].add(tuple(sorted(part.area for part in relation.parts)))
    return {area: frozenset(_fullest(families)) for area, families in found.items()}


def _fullest(families: set[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """Families that share a part are one division."""
    kept: list[set[str]] = []
    for family in sorted(families):
        sharing = [each for each in kept if each & set(family)]
        kept = [each for each in kept if each not in sharing] + [set(family).union(*sharing)]
    yield from (tuple(sorted(each)) for each in kept)


def _by_area(relation: Relation) -> bool:
    total = relation.total
    same = all((part.measure, part.breakdown) == (total.measure, total.breakdown) for part in relation.parts)
    return same and all(part.area != total.area for part in relation.parts)


def _leaves(area: str, divisions: _Divisions) -> frozenset[str]:
    if area not in divisions:
        return frozenset({area})
    return frozenset().union(*(_leaves(part, divisions) for family in divisions[area] for part in family))
