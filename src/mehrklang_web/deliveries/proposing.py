"""What can be proposed for a new file: whose numbers it holds, and which delivery it corrects."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from mehrklang.catalogue import Source
from mehrklang.sources import Reading
from mehrklang_web.deliveries.models import Delivery
from mehrklang_web.monitors.models import Edition
from mehrklang_web.selection.catalogue import definitions

_ALIKE = 0.75


@dataclass(frozen=True, slots=True)
class Candidate:
    """A delivery that a new one may replace; `likely` if its name is much alike and no other's is more."""

    delivery: Delivery
    likely: bool


def source_of(edition: Edition, known: Mapping[str, Source], name: str, reading: Reading) -> Source | None:
    """The source whose figures the file holds: that of earlier deliveries with its measures, else the one from which
    indicators or its own description expect them, else that of a delivery with nearly the same name. None if it is not
    the only one.
    """
    measures = {one.measure for one in reading.observations}
    rows = list(Delivery.objects.filter(edition=edition))
    expected = _expected(edition, known.values(), measures)
    for votes in (_delivered(rows, measures), expected, _named(rows, name)):
        best = votes.most_common(2)
        if best and (len(best) == 1 or best[0][1] > best[1][1]):
            return known.get(best[0][0])
    return None


def candidates(deliveries: Iterable[Delivery], name: str) -> tuple[Candidate, ...]:
    """The deliveries in the order of their names' likeness, the likeliest first."""
    ranked = sorted(deliveries, key=lambda each: -likeness(each.name, name))
    return tuple(
        Candidate(each, likely=at == 0 and likeness(each.name, name) >= _ALIKE) for at, each in enumerate(ranked)
    )


def likeness(one: str, other: str) -> float:
    """How alike two file names are, from 0 to 1; figures (years, versions) do not count.

    >>> likeness("Bestand_2023.csv", "bestand 2024 (1).csv") > 0.8, likeness("sgb2.csv", "schule.csv") < 0.6
    (True, True)
    """
    first, second = _plain(one), _plain(other)
    if not first or not second:
        return float(one == other)
    return SequenceMatcher(None, first, second, autojunk=False).ratio()


def _plain(name: str) -> str:
    """The name's letters without its ending."""
    return re.sub(r"[\d\W_]+", " ", name.rpartition(".")[0].casefold()).strip()


def _delivered(rows: Iterable[Delivery], measures: set[str]) -> Counter[str]:
    found: Counter[str] = Counter()
    for row in rows:
        understood = row.understood
        held = {content.measure for content in understood.contents} if understood else set()
        if shared := len(held & measures):
            found[row.source] = max(found[row.source], shared)
    return found


def _expected(edition: Edition, known: Iterable[Source], measures: set[str]) -> Counter[str]:
    wanted = {source.key: {each.name for each in source.contents.measures} for source in known}
    for definition in definitions(edition).values():
        for binding in definition.bindings:
            for group in binding.groups:
                wanted[binding.source] = wanted.get(binding.source, set()) | {term.measure for term in group.terms}
    return Counter({source: len(terms & measures) for source, terms in wanted.items() if terms & measures})


def _named(rows: Iterable[Delivery], name: str) -> Counter[str]:
    return Counter({row.source: 1 for row in rows if likeness(row.name, name) >= _ALIKE})
