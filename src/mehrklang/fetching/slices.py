"""A slice: the part of a table that one request asks for, and how it falls into smaller ones without loss."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from mehrklang.fetching.plan import FeatureChoice, FetchPlan

STATES = tuple(f"{number:02}" for number in range(1, 17))
"""The keys of the sixteen Länder."""

COUNTRY = "DG"
"""The key of Germany as a whole in the regional features of GENESIS."""

TOTALS = ("", "INSGESAMT")
"""The keys of a total; the empty one cannot be asked for."""

_ANY = "*"
_KEY_LENGTH = 12


@dataclass(frozen=True, slots=True)
class Slice:
    """Areas (keys or beginnings such as `03*`; none: whatever there is), years with both ends, limited features."""

    areas: tuple[str, ...]
    first_year: int
    last_year: int
    choices: tuple[FeatureChoice, ...] = ()

    @property
    def label(self) -> str:
        """For people: `03*, 2018–2024, GES: GESM`."""
        years = str(self.first_year) if self.first_year == self.last_year else f"{self.first_year}–{self.last_year}"
        areas = ", ".join(self.areas[:3]) + (f" und {len(self.areas) - 3} weitere" if len(self.areas) > 3 else "")
        choices = (f"{each.feature}: {', '.join(each.categories)}" for each in self.choices)
        return ", ".join(filter(None, (areas, years, *choices)))

    def choice(self, feature: str) -> FeatureChoice | None:
        """How a feature is limited here."""
        return next((each for each in self.choices if each.feature == feature), None)

    def covers_area(self, area: str) -> bool:
        """Whether an area is asked for here."""
        return not self.areas or any(matches(pattern, area) for pattern in self.areas)

    def covers_year(self, year: int) -> bool:
        """Whether a year is asked for here."""
        return self.first_year <= year <= self.last_year

    def covers_categories(self, categories: Mapping[str, str]) -> bool:
        """Whether the category of each limited feature is asked for here."""
        return all(categories.get(each.feature, "") in each.categories for each in self.choices)


def whole(plan: FetchPlan) -> Slice:
    """Everything that the plan asks for, as one slice."""
    return Slice(plan.areas, plan.first_year, plan.last_year, plan.choices)


def matches(pattern: str, area: str) -> bool:
    """Whether a key is meant by a key or by a beginning.

    >>> matches("03*", "03153"), matches("03", "03153"), matches("*", "DG")
    (True, False, True)
    """
    return area.startswith(pattern[:-1]) if pattern.endswith(_ANY) else area == pattern


def overlap(one: str, other: str) -> bool:
    """Whether some key is meant by both.

    >>> overlap("03*", "03153"), overlap("03*", "031*"), overlap("031*", "032*"), overlap("03", "03*")
    (True, True, False, True)
    """
    return matches(one, other.rstrip(_ANY)) or matches(other, one.rstrip(_ANY))


def by_states(part: Slice, known: Collection[str] = ()) -> tuple[Slice, ...]:
    """One slice per Land, one for Germany, one for what belongs to no Land; none if the slice lies in one Land.

    `known` are all keys of the regional feature: those that begin like no Land are found among them.

    >>> [each.areas for each in by_states(Slice(("03153", "03159", "DG"), 2020, 2024))]
    [('03153', '03159'), ('DG',)]
    >>> len(by_states(Slice(("*",), 2020, 2024))), by_states(Slice(("03*",), 2020, 2024))
    (17, ())
    >>> by_states(Slice(("*",), 2020, 2024), known=("03153", "99"))[-1].areas
    ('99',)
    """
    groups: dict[str, list[str]] = {}
    for pattern in part.areas:
        for piece in _pieces(pattern, known):
            groups.setdefault(piece[:2], []).append(piece)
    return tuple(replace(part, areas=tuple(group)) for group in groups.values()) if len(groups) > 1 else ()


def by_years(part: Slice) -> tuple[Slice, ...]:
    """Two halves; none of a single year.

    >>> [each.label for each in by_years(Slice(("03*",), 2018, 2024))]
    ['03*, 2018–2021', '03*, 2022–2024']
    """
    if part.first_year == part.last_year:
        return ()
    middle = (part.first_year + part.last_year) // 2
    return (replace(part, last_year=middle), replace(part, first_year=middle + 1))


def by_categories(part: Slice, feature: str, categories: tuple[str, ...]) -> tuple[Slice, ...]:
    """Two halves of a feature's categories (those of the slice, if it limits the feature); none of a single one."""
    chosen = part.choice(feature)
    known = chosen.categories if chosen else categories
    if len(known) < 2:
        return ()
    middle = (len(known) + 1) // 2
    return tuple(_limited(part, FeatureChoice(feature, half)) for half in (known[:middle], known[middle:]))


def by_keys(part: Slice, known: Collection[str] = ()) -> tuple[Slice, ...]:
    """Halves of several keys; of one beginning the key itself and its ten continuations; none of a single key.

    `known` are all keys of the regional feature: a beginning that stands for one of them at most is a single key.

    >>> [each.areas for each in by_keys(Slice(("03153", "03159", "03241"), 2024, 2024))]
    [('03153', '03159'), ('03241',)]
    >>> [each.areas[0] for each in by_keys(Slice(("031*",), 2024, 2024))][:3]
    ['031', '0310*', '0311*']
    >>> by_keys(Slice(("031*",), 2024, 2024), known=("03", "03153", "03241"))
    ()
    """
    if len(part.areas) > 1:
        middle = (len(part.areas) + 1) // 2
        return (replace(part, areas=part.areas[:middle]), replace(part, areas=part.areas[middle:]))
    beginning = part.areas[0][:-1] if part.areas and part.areas[0].endswith(_ANY) else ""
    single = bool(known) and sum(key.startswith(beginning) for key in known) < 2
    if single or not beginning or len(beginning) >= _KEY_LENGTH:
        return ()
    pieces = (beginning, *(f"{beginning}{digit}*" for digit in range(10)))
    return tuple(replace(part, areas=(piece,)) for piece in pieces)


def _pieces(pattern: str, known: Collection[str]) -> tuple[str, ...]:
    """A pattern, cut at the Länder; keys of regional features begin with that of a Land, with few exceptions."""
    beginning = pattern.rstrip(_ANY)
    if not pattern.endswith(_ANY) or len(beginning) >= 2:
        return (pattern,)
    pieces = [f"{state}*" for state in STATES if state.startswith(beginning)]
    others = [key for key in dict.fromkeys((COUNTRY, *known)) if matches(pattern, key)]
    return (*pieces, *(key for key in others if not any(matches(piece, key) for piece in pieces)))


def _limited(part: Slice, choice: FeatureChoice) -> Slice:
    others = tuple(each for each in part.choices if each.feature != choice.feature)
    return replace(part, choices=(*others, choice))
