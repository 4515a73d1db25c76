"""Tables that are published together are protected together: what links them is found, and they become one table.

Columns that tell the same counts (`links`) become one column, so that a count is suppressed, rounded or changed in all
of its tables alike; the relations of all tables bind it, and the audit before the seal looks at all of them at once.
Tables that nothing links are protected one by one.
"""

from collections.abc import Sequence
from dataclasses import replace

from mehrklang.cubes import ProtectedCube
from mehrklang.disclosure.bundle import Bundle, Sheet, bundles, whole
from mehrklang.disclosure.common_table import CommonTable
from mehrklang.disclosure.faults import DisclosureError, told_by_rate
from mehrklang.disclosure.links import Sight, key_of, published_twins
from mehrklang.disclosure.near import near_columns, nearly_told, said_near, uneven
from mehrklang.disclosure.rates import rates_of, told_by_rates
from mehrklang.disclosure.rounded_rates import told_by_rounded
from mehrklang.disclosure.sample_limits import limited_cube
from mehrklang.disclosure.shield import Circumstances, Shielded, shield
from mehrklang.vocabulary import Figure, Issue


def shield_together(sheets: Sequence[Sheet]) -> tuple[Shielded, ...]:
    """Each sheet protected, in the same order, so that all of them together tell no secret.

    Raises `DisclosureError` with German issues, and then no cube at all.
    """
    sheets = [_limited(sheet) for sheet in sheets]
    sights = [Sight.of(sheet.raw, sheet.circumstances.history) for sheet in sheets]
    informed = [replace(sheet, circumstances=_informed(place, sheets, sights)) for place, sheet in enumerate(sheets)]
    near = tuple(near_columns(sheets, sights)) if any(sheet.rules.link_near for sheet in sheets) else ()
    informed, linked = nearly_told(informed, sights, near), bundles(sheets, sights)
    out = _all_bundles(informed, linked)
    while more := uneven(informed, [one.cube for one in out], sights, near):
        informed, out = more, _all_bundles(more, linked)
    _refuse_rates(informed, whole(linked, sheets, sights), [one.cube for one in out])
    return out


def near_counts(sheets: Sequence[Sheet]) -> tuple[Issue, ...]:
    """A warning for each two sources that count nearly the same, where no rule set links them (see `near`)."""
    sights = [Sight.of(sheet.raw, sheet.circumstances.history) for sheet in sheets]
    return said_near(sheets, tuple(near_columns(sheets, sights)))


def _all_bundles(sheets: Sequence[Sheet], linked: Sequence[Bundle]) -> tuple[Shielded, ...]:
    """Every sheet protected, in the order of the sheets; the faults of all at once."""
    found, torn = _each_bundle(sheets, linked)
    if torn:
        names = frozenset[str]().union(*(error.sheets for error in torn))
        raise DisclosureError(tuple(issue for error in torn for issue in error.issues), names)
    return tuple(found[place] for place in range(len(sheets)))


def _each_bundle(
    sheets: Sequence[Sheet], linked: Sequence[Bundle]
) -> tuple[dict[int, Shielded], list[DisclosureError]]:
    """What could be protected, by place, and the faults of what could not, with the names of their sheets."""
    found: dict[int, Shielded] = {}
    torn: list[DisclosureError] = []
    for bundle in linked:
        try:
            found |= _protected(sheets, bundle)
        except DisclosureError as error:
            torn.append(DisclosureError(error.issues, frozenset(sheets[place].name for place in bundle.sheets)))
    return found, torn


def _refuse_rates(sheets: Sequence[Sheet], every: Bundle, cubes: Sequence[ProtectedCube]) -> None:
    """The producers' shares that tell a suppressed count are not shown beside it."""
    rates = rates_of([sheet.raw for sheet in sheets])
    found = list(told_by_rates(rates, CommonTable(sheets, every).told(cubes))) if rates and every.sheets else []
    found += told_by_rounded(rates, sheets, cubes) if rates else []
    if found:
        columns = frozenset((sheet.name, one.rate) for one in found for sheet in sheets if one.rate in sheet.raw.cells)
        names = frozenset(name for name, _ in columns)
        raise DisclosureError(tuple(told_by_rate(one.count, one.rate) for one in found), names, columns)


def _informed(place: int, sheets: Sequence[Sheet], sights: Sequence[Sight]) -> Circumstances:
    """What producers have published of a sheet's own counts is known, whatever the sheet itself shows."""
    circumstances, rules = sheets[place].circumstances, sheets[place].rules
    if rules.rounding or rules.cell_key:
        return circumstances  # nobody is told there which numbers are exact
    before = circumstances.history
    told = {
        key_of(column, *spot): Figure.of(number)
        for other in sights
        for column, twin in published_twins(sights[place], other)
        for spot, number in other.numbers[twin].items()
        if number is not None and spot in sights[place].numbers[column]
    }
    return replace(circumstances, history=replace(before, cells={**before.cells, **told})) if told else circumstances


def _protected(sheets: Sequence[Sheet], bundle: Bundle) -> dict[int, Shielded]:
    """The sheets of one bundle by their places."""
    if len(bundle.sheets) == 1:
        (place,) = bundle.sheets
        sheet = sheets[place]
        return {place: shield(sheet.raw, sheet.rules, sheet.circumstances)}
    return CommonTable(sheets, bundle).protected()


def _limited(sheet: Sheet) -> Sheet:
    """Limits of a sample concern one survey alone and come first."""
    return replace(sheet, raw=limited_cube(sheet.raw, sheet.rules.sample)) if sheet.rules.sample else sheet
