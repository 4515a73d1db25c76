"""The counts and values that a source is known to deliver: from what indicators take of it, from its deliveries, and
from how an office has described its files.
"""

from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, product
from pathlib import Path

from mehrklang.catalogue import Catalogue, Term
from mehrklang.sources import load_profile, read
from mehrklang.vocabulary import EVERYTHING, Breakdown, Material, Period, Unit
from mehrklang_web.deliveries.queries import in_use
from mehrklang_web.monitors.models import Edition
from mehrklang_web.monitors.values import from_text, to_text

MOST = 1500
"""More cells than that nobody reads through; the words of the first step narrow them."""
LARGEST = 8 * 1024 * 1024
"""Larger deliveries are not read for this: what indicators take of them is known all the same."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell that can be chosen: its key for a form, and what it is for people."""

    key: str
    label: str


def cells_of(edition: Edition, catalogue: Catalogue, source: str, words: str = "") -> tuple[Cell, ...]:
    """The cells of a source by label; only those whose label holds all `words`.

    Of additive material only what the catalogue names or an office has described: the labels of a register may stand
    for single persons.
    """
    terms = {*_bound(catalogue, source), *_delivered(edition, catalogue, source), *_described(catalogue, source)}
    cells = (Cell(key_of(term), label_of(term)) for term in terms)
    wanted = words.casefold().split()
    fitting = [cell for cell in cells if all(word in cell.label.casefold() for word in wanted)]
    return tuple(sorted(fitting, key=lambda cell: cell.label))[:MOST]


def key_of(term: Term) -> str:
    """The key of a cell in forms."""
    return to_text(term)


def term_of(key: str) -> Term:
    """The cell of a key."""
    return from_text(Term, key)


def label_of(term: Term) -> str:
    """The cell in words: the measure as the delivery calls it, its breakdown, its unit."""
    where = "" if term.where == EVERYTHING else f" · {term.where.label}"
    return f"{term.measure}{where} ({term.unit.description})"


def sources_with_cells(edition: Edition, catalogue: Catalogue) -> list[tuple[str, str]]:
    """The sources of which anything is known, by name."""
    bound = {binding.source for each in catalogue.indicators.values() for binding in each.bindings}
    described = {key for key, each in catalogue.sources.items() if each.contents.measures}
    known = bound | described | {delivery.source for delivery in in_use(edition)}
    named = ((key, catalogue.sources[key].name) for key in known & catalogue.sources.keys())
    return sorted(named, key=lambda one: one[1])


def _bound(catalogue: Catalogue, source: str) -> set[Term]:
    """What indicators take of it."""
    found = set()
    for definition in catalogue.indicators.values():
        for binding in definition.bindings:
            terms = (term for group in binding.groups for term in group.terms)
            found |= {_plain(term) for term in terms if (term.source or binding.source) == source}
    return found


def _plain(term: Term) -> Term:
    return Term(term.measure, term.unit, term.where)


def _described(catalogue: Catalogue, source: str) -> set[Term]:
    """Every described measure with every combination of categories, features left out included: sums over them."""
    if source not in catalogue.sources:
        return set()
    contents = catalogue.sources[source].contents
    axes = [[None, *((each.name, one) for one in each.categories)] for each in contents.features]
    combinations = islice(product(*axes), MOST)
    wheres = [Breakdown.of([pair for pair in pairs if pair]) for pairs in combinations]
    return {Term(each.name, each.unit, where) for each in contents.measures for where in wheres}


def _delivered(edition: Edition, catalogue: Catalogue, source: str) -> set[Term]:
    """What its deliveries hold, if they are published."""
    if source not in catalogue.sources or catalogue.sources[source].material is not Material.PUBLISHED:
        return set()
    readable = (each for each in in_use(edition) if each.source == source and each.size <= LARGEST)
    found: set[Term] = set()
    for each in readable:
        if each.path.is_file():
            found |= _in_file(each.path, each.kind, each.period_key, each.unit_key, each.profile_text)
    return found


@lru_cache(maxsize=64)
def _in_file(path: Path, kind: str, period: str, unit: str, profile: str) -> frozenset[Term]:
    """The kinds of cells in a frozen file; its folder is named by its checksum, so that it never changes."""
    reading = read(
        path,
        kind=kind,
        period=Period.parse(period) if period else None,
        unit=Unit(unit) if unit else None,
        profile=load_profile(profile).profile if profile else None,
    )
    return frozenset(Term(one.measure, one.unit, one.breakdown) for one in reading.observations)
