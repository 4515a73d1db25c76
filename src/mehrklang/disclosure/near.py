"""Sources that count nearly the same persons: a register at two dates, a register and a census.

Where two columns differ by less than the minimum count k wherever both are known, a reader of one knows the other to
within fewer than k persons: what one source suppresses the other tells well enough to say whether it is small, and what
covers it. From k persons on, that stays open. So the bound is k, and nobody has to declare anything.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from mehrklang.catalogue import RuleSet
from mehrklang.cubes import CellKey, ProtectedCube
from mehrklang.disclosure.bundle import Sheet
from mehrklang.disclosure.links import Column, Numbers, Sight, Spot, key_of
from mehrklang.disclosure.rulebook import closed
from mehrklang.vocabulary import Figure, Issue, Severity, Unit

_PLAIN, _PLAIN_CELLS, _SURE = 10, 3, 100
"""Three numbers of ten and more, one of them of a hundred and more, are near each other by no chance."""


@dataclass(frozen=True, slots=True)
class Near:
    """Two columns of two sheets (by their places) that are near each other; `apart` is the greatest difference."""

    places: tuple[int, int]
    columns: tuple[Column, Column]
    apart: int


def near_columns(sheets: Sequence[Sheet], sights: Sequence[Sight]) -> Iterator[Near]:
    """All pairs of which at least one is protected here, by suppression; columns that agree exactly are links."""
    for one, other in combinations(range(len(sheets)), 2):
        limit = max(sheets[place].rules.minimum_count for place in (one, other))
        for mine in _compared(sights[one]):
            for theirs in _compared(sights[other]):
                own = mine in sights[one].additive or theirs in sights[other].additive
                apart = _apart(sights[one].numbers[mine], sights[other].numbers[theirs], limit) if own else None
                if apart:
                    yield Near((one, other), (mine, theirs), apart)


def said_near(sheets: Sequence[Sheet], found: Sequence[Near]) -> tuple[Issue, ...]:
    """A warning for each two sources that count nearly the same and are not linked by their rules."""
    greatest: dict[tuple[int, int], Near] = {}
    for near in found:
        if not _linked(sheets, near):
            greatest.setdefault(near.places, near)
    return tuple(
        Issue(
            "B-SCHUTZ-10",
            Severity.WARNING,
            f"Zwei Quellen zählen fast dasselbe: {sheets[near.places[0]].name} („{near.columns[0][0]}“) und "
            f"{sheets[near.places[1]].name} („{near.columns[1][0]}“) unterscheiden sich überall um weniger Personen "
            "als die Mindestfallzahl. Was eine der beiden sperrt, lässt sich aus der anderen ungefähr ablesen.",
            "Nur eine der beiden Quellen verwenden, oder im Regelsatz „fast_gleiche_verknuepfen“ einschalten: Dann "
            "wird in beiden dasselbe gesperrt.",
        )
        for near in greatest.values()
    )


def nearly_told(sheets: Sequence[Sheet], sights: Sequence[Sight], found: Sequence[Near]) -> list[Sheet]:
    """The sheets with what producers have published nearly alike as known: it covers nothing any more."""
    informed = list(sheets)
    for near in (near for near in found if _linked(sheets, near)):
        for side in (0, 1):
            place, column = near.places[side], near.columns[side]
            there, twin = near.places[1 - side], near.columns[1 - side]
            exact = not sheets[place].rules.rounding and not sheets[place].rules.cell_key
            if exact and column in sights[place].additive and twin not in sights[there].additive:
                public = {spot for spot, number in sights[there].numbers[twin].items() if number is not None}
                informed[place] = _informed(informed[place], sights[place], column, public)
    return informed


def uneven(
    sheets: Sequence[Sheet], cubes: Sequence[ProtectedCube], sights: Sequence[Sight], found: Sequence[Near]
) -> list[Sheet]:
    """The sheets with what their linked neighbours suppress closed too; none if all suppress alike."""
    more: dict[int, dict[CellKey, RuleSet]] = {}
    for near in (near for near in found if _linked(sheets, near)):
        (one, other), (mine, theirs) = near.places, near.columns
        if mine in sights[one].additive and theirs in sights[other].additive:
            for spot in sights[one].numbers[mine].keys() & sights[other].numbers[theirs].keys():
                keys = {one: key_of(mine, *spot), other: key_of(theirs, *spot)}
                shown = [place for place, key in keys.items() if _shown(cubes[place], key)]
                if len(shown) == 1 and all(key in cubes[place] for place, key in keys.items()):
                    (place,) = shown
                    number = cubes[place].cell(keys[place]).figure.number
                    assert number is not None  # it is shown
                    more.setdefault(place, {})[keys[place]] = closed(sheets[place].rules, number)
    return [_closing(sheet, more.get(place, {})) for place, sheet in enumerate(sheets)] if more else []


def _linked(sheets: Sequence[Sheet], near: Near) -> bool:
    return any(sheets[place].rules.link_near for place in near.places)


def _compared(sight: Sight) -> list[Column]:
    """The columns of persons that the source itself tells."""
    return sorted((column for column in sight.numbers if column not in sight.sums and column[1] is Unit.COUNT), key=str)


def _apart(mine: Numbers, theirs: Numbers, limit: int) -> int | None:
    """The greatest difference, if it is nowhere as great as the limit and that is no chance; 0: they are the same."""
    greatest, plain, sure = 0, 0, False
    fewer, more = (mine, theirs) if len(mine) <= len(theirs) else (theirs, mine)
    for spot, one in fewer.items():
        other = more.get(spot)
        if one is not None and other is not None:
            greatest = max(greatest, int(abs(one - other)))
            if greatest >= limit:
                return None
            plain += min(one, other) >= _PLAIN
            sure = sure or min(one, other) >= _SURE
    return greatest if plain >= _PLAIN_CELLS and sure else None


def _shown(cube: ProtectedCube, key: CellKey) -> bool:
    return key in cube and cube.cell(key).figure.known


def _informed(sheet: Sheet, sight: Sight, column: Column, public: set[Spot]) -> Sheet:
    before = sheet.circumstances.history
    told = {
        key_of(column, *spot): Figure.of(number)
        for spot, number in sight.numbers[column].items()
        if number is not None and spot in public
    }
    history = replace(before, cells={**told, **before.cells})
    return replace(sheet, circumstances=replace(sheet.circumstances, history=history))


def _closing(sheet: Sheet, more: Mapping[CellKey, RuleSet]) -> Sheet:
    if not more:
        return sheet
    stricter = {**sheet.circumstances.stricter, **more}
    return replace(sheet, circumstances=replace(sheet.circumstances, stricter=stricter))
