"""The one place that decides in what a rule set is looser than another.

A source's rules may be made stricter for one indicator, never looser; and whoever loosens those of a source says why.
"""

from collections.abc import Iterator

from mehrklang.catalogue.rules import CellKeyNoise, Dominance, Rounding, RuleSet, SampleLimits


class LooserRulesError(ValueError):
    """The other rule set is looser somewhere; the message names every such place in German."""


def looser(rules: RuleSet, by: RuleSet) -> tuple[str, ...]:
    """In what `by` is looser than `rules`, in German; () if it is at least as strict in every respect.

    Stricter are: higher minimum count, rate floor and protection width, zeros withheld, near sources linked, a lower
    share or a wider closeness of dominance, a greater base of the same kind of rounding, more noise from the same
    table, higher limits of a sample.

    >>> three = RuleSet("k3", "Drei", 3, 0, True, "frei erfunden", "")
    >>> five = RuleSet("k5", "Fünf", 5, 30, True, "frei erfunden", "")
    >>> looser(three, five), looser(five, three)
    ((), ('Mindestfallzahl 3 statt 5', 'Mindestbasis 0 statt 30'))
    """
    return tuple(_looser(rules, by))


def refusal(rules: RuleSet, by: RuleSet) -> str:
    """Why `by` cannot hold for an indicator where `rules` hold for its source, in German; "" if it can."""
    told = looser(rules, by)
    if not told:
        return ""
    return (
        f"Der Regelsatz „{by.name}“ ist lockerer als „{rules.name}“: {'; '.join(told)}. "
        "Die Regeln einer Quelle dürfen für einen Indikator verschärft, aber nicht gelockert werden."
    )


def tightened(rules: RuleSet, by: RuleSet) -> RuleSet:
    """The stricter rule set `by`, if it is at least as strict as `rules` in every respect (`looser`); LooserRulesError
    otherwise.

    >>> three = RuleSet("k3", "Drei", 3, 0, True, "frei erfunden", "")
    >>> five = RuleSet("k5", "Fünf", 5, 30, True, "frei erfunden", "")
    >>> tightened(three, five).key
    'k5'
    >>> tightened(five, three)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    ...
    mehrklang.catalogue.tightening.LooserRulesError: Der Regelsatz „Drei“ ist lockerer als „Fünf“: Mindestfallzahl 3 ...
    """
    if told := refusal(rules, by):
        raise LooserRulesError(told)
    return by


def _looser(rules: RuleSet, by: RuleSet) -> Iterator[str]:
    for name, before, after in (
        ("Mindestfallzahl", rules.minimum_count, by.minimum_count),
        ("Mindestbasis", rules.rate_floor, by.rate_floor),
        ("Schutzbreite", rules.protection_width, by.protection_width),
    ):
        if after < before:
            yield f"{name} {after} statt {before}"
    if by.zero_is_public and not rules.zero_is_public:
        yield "Nullen werden gezeigt statt gesperrt"
    if rules.link_near and not by.link_near:
        yield "Quellen, die fast dasselbe zählen, werden nicht mehr verknüpft"
    if rules.dominance and not _dominance_holds(rules.dominance, by.dominance):
        yield "die Dominanzregel ist schwächer oder fehlt"
    if rules.rounding and not _rounding_holds(rules.rounding, by.rounding):
        yield "die Rundung ist feiner, von anderer Art oder fehlt"
    if rules.cell_key and not _noise_holds(rules.cell_key, by.cell_key):
        yield "die Überlagerung (Cell-Key) ist schwächer, folgt einer anderen Tabelle oder fehlt"
    if rules.sample and not _limits_hold(rules.sample, by.sample):
        yield "die Grenzen der Stichprobe sind niedriger oder fehlen"


def _dominance_holds(before: Dominance, after: Dominance | None) -> bool:
    if after is None:
        return False
    shares = not before.contributors or (after.contributors >= before.contributors and 0 < after.share <= before.share)
    return shares and after.closeness >= before.closeness


def _rounding_holds(before: Rounding, after: Rounding | None) -> bool:
    return after is not None and after.kind is before.kind and after.base >= before.base


def _noise_holds(before: CellKeyNoise, after: CellKeyNoise | None) -> bool:
    return (
        after is not None
        and after.table == before.table
        and after.deviation >= before.deviation
        and after.variance >= before.variance
    )


def _limits_hold(before: SampleLimits, after: SampleLimits | None) -> bool:
    return (
        after is not None
        and after.withheld_below >= before.withheld_below
        and after.limited_below >= before.limited_below
    )
