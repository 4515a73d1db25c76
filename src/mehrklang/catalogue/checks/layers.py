"""Whether the parts of a group are those that its kind is computed from."""

from collections.abc import Callable, Iterator
from itertools import pairwise

from mehrklang.catalogue.checks.fault import Fault
from mehrklang.catalogue.definition import GroupBinding
from mehrklang.catalogue.kind import LAYERED, IndicatorKind
from mehrklang.catalogue.layer import Layer
from mehrklang.catalogue.lines import KeyPath
from mehrklang.vocabulary import Unit

Needed = tuple[str, Callable[[Layer], bool]]
"""The keys that a part needs, in German TOML, and whether it has them."""

_DENOMINATOR: Needed = ("nenner", lambda layer: bool(layer.denominator))
_LOWER: Needed = ("von", lambda layer: layer.lower is not None)
_REFERENCE: Needed = (
    "vergleich_zaehler und vergleich_nenner",
    lambda layer: bool(layer.reference_numerator and layer.reference_denominator),
)

_NEEDED: dict[IndicatorKind, tuple[Needed, ...]] = {
    IndicatorKind.MEAN: (_LOWER, ("bis_unter", lambda layer: layer.upper is not None)),
    IndicatorKind.MEDIAN: (_LOWER,),
    IndicatorKind.STANDARDISED: (
        _DENOMINATOR,
        ("vergleich_nenner oder gewicht", lambda layer: bool(layer.reference_denominator) != bool(layer.weight)),
    ),
    IndicatorKind.INDIRECTLY_STANDARDISED: (_DENOMINATOR, _REFERENCE),
    IndicatorKind.REPRESENTATION: (_DENOMINATOR, _REFERENCE),
    IndicatorKind.SURVEY: (
        _DENOMINATOR,
        ("befragte", lambda layer: bool(layer.respondents)),
        (
            "gewichtsquadrate und gewichtsquadrate_zaehler (beide oder keine)",
            lambda layer: bool(layer.squares) == bool(layer.numerator_squares),
        ),
    ),
}
_CLASSES = frozenset({IndicatorKind.MEAN, IndicatorKind.MEDIAN})
_MIXED = frozenset({IndicatorKind.SIMPSON, IndicatorKind.SHANNON})


def faults_in_layers(kind: IndicatorKind, group: GroupBinding, at: KeyPath) -> Iterator[Fault]:
    """Parts that are missing, superfluous or incomplete, classes that overlap, and units that are no counts."""
    if kind not in LAYERED:
        if group.layers:
            message = f"Die Gruppe „{group.group}“ hat Teile; die Art „{kind}“ rechnet mit Zähler und Nenner."
            yield Fault("K-TEIL-01", message, "Streichen Sie die Teile.", at)
        return
    if not _right_number(kind, group):
        message = f"Die Gruppe „{group.group}“ hat nicht die Teile, aus denen die Art „{kind}“ errechnet wird."
        remedy = (
            "Zähler und Nenner stehen bei jedem Teil, nicht bei der Gruppe. "
            "Eine Repräsentanz hat genau einen Teil, eine Vielfalt mindestens zwei."
        )
        yield Fault("K-TEIL-01", message, remedy, at)
    for place, layer in enumerate(group.layers):
        yield from _complete(kind, layer, (*at, "teil", place))
    if kind in _CLASSES and not _ascending(group.layers):
        message = f"Die Klassen der Gruppe „{group.group}“ überschneiden sich, oder sie stehen nicht der Größe nach."
        remedy = "Jede Klasse reicht von „von“ bis unter „bis_unter“; die nächste beginnt dort oder später."
        yield Fault("K-TEIL-03", message, remedy, at)


def _right_number(kind: IndicatorKind, group: GroupBinding) -> bool:
    if group.numerator or group.denominator:
        return False
    if kind is IndicatorKind.REPRESENTATION:
        return len(group.layers) == 1
    return len(group.layers) >= (2 if kind in _MIXED else 1)


def _complete(kind: IndicatorKind, layer: Layer, at: KeyPath) -> Iterator[Fault]:
    for keys, has in _NEEDED.get(kind, ()):
        if not has(layer):
            message = f"Dem Teil „{layer.name}“ fehlt, was die Art „{kind}“ braucht: {keys}."
            yield Fault("K-TEIL-02", message, "Ergänzen Sie die Angabe, oder wählen Sie eine andere Art.", at)
    if any(term.unit is not Unit.COUNT for term in layer.terms):
        message = f"Der Teil „{layer.name}“ nimmt Werte, die keine Anzahlen sind."
        yield Fault("K-TEIL-02", message, "Die Einheit ist hier „anzahl“.", at)


def _ascending(layers: tuple[Layer, ...]) -> bool:
    """Each class runs upwards and ends where the next begins, or before; only the last may be open."""
    limits = [(layer.lower, layer.upper) for layer in layers]
    upwards = all(upper is None or (lower is not None and lower < upper) for lower, upper in limits)
    apart = all(
        upper is not None and (following is None or upper <= following)
        for (_, upper), (following, _) in pairwise(limits)
    )
    return upwards and apart
