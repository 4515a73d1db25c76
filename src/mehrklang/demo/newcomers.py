"""Who is in the town at the beginning, who arrives, and who is born: new entries of the register."""

from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import accumulate
from random import Random

from mehrklang.demo import rates
from mehrklang.demo.origins import RESETTLERS, Origin, flow, stock
from mehrklang.demo.person import GERMANY, Acquired, Parent, Person, Ranks, Sex
from mehrklang.demo.town import FIRST_YEAR, SmallArea, Town

_GERMAN_PARENT = Parent(GERMANY, GERMANY, Acquired.DESCENT, same_address=True)
_ELSEWHERE = Parent(GERMANY, GERMANY, Acquired.DESCENT, same_address=False)
_ADULT = 18
_RESETTLED, _NATURALISED, _BORN_HERE = 0.22, 0.45, 0.78
"""Bounds of the kinds of Germans with migration history among the first inhabitants; the others have one immigrant
parent."""


@dataclass(slots=True)
class Registry:
    """Makes new persons one after another from one stream of random numbers and counts them."""

    town: Town
    random: Random
    _count: int = 0
    _pulls: dict[tuple[int, bool], list[float]] = field(default_factory=dict)

    def first_inhabitants(self, number: int) -> Iterator[Person]:
        """The inhabitants on the first 31.12."""
        for small, share in self._shares():
            for _ in range(round(number * share)):
                yield self._first(small)

    def arrivals(self, year: int, first_inhabitants: int) -> Iterator[Person]:
        """Those who arrive in a year: from elsewhere in Germany, and from abroad."""
        for _ in range(round(rates.INTERNAL_ARRIVALS * first_inhabitants)):
            yield self._internal(year)
        draw = flow(year)
        for _ in range(round(rates.external_arrivals(year) * first_inhabitants)):
            yield self._external(year, draw(self.random.random()))

    def child(self, mother: Person, year: int) -> Person:
        """A child born in the year, with the nationality that German law gives it (§ 4 StAG)."""
        parent = Parent(mother.birth_country, mother.nationality, mother.acquired, same_address=True)
        father = parent if self.random.random() < 0.75 else _GERMAN_PARENT
        foreign = [one.nationality for one in (parent, father) if one.nationality != GERMANY]
        settled = mother.arrived is None or year - mother.arrived >= 8
        if len(foreign) < 2:
            nationality, second, acquired = GERMANY, next(iter(foreign), ""), Acquired.DESCENT
        elif settled and self.random.random() < 0.8:
            nationality, second, acquired = GERMANY, foreign[0], Acquired.BIRTH_IN_GERMANY
        else:
            nationality, second, acquired = foreign[0], "", Acquired.NOT_GERMAN
        language = mother.language if self.random.random() < 0.75 else "Deutsch"
        return replace(
            self._native(mother.area, year), nationality=nationality, second_nationality=second, acquired=acquired,
            mother=parent, father=father, language=language,
        )  # fmt: skip

    def area_for(self, year: int, *, foreign: bool) -> str:
        """Where somebody moves to in a year."""
        bounds = self._pull(year, foreign=foreign)
        return self.town.small[min(bisect(bounds, self.random.random() * bounds[-1]), len(bounds) - 1)].area.key

    def _shares(self) -> Iterator[tuple[SmallArea, float]]:
        total = sum(small.weight for small in self.town.small)
        return ((small, small.weight / total) for small in self.town.small)

    def _pull(self, year: int, *, foreign: bool) -> list[float]:
        """Cumulated weights of the areas; growing quarters pull more every year."""
        if (year, foreign) not in self._pulls:
            pull = (
                small.weight * (1 + small.growth) ** (year - FIRST_YEAR) * max(0.2, 1 + 12 * small.growth)
                * (small.diversity if foreign else 1)
                for small in self.town.small
            )  # fmt: skip
            self._pulls[year, foreign] = list(accumulate(pull))
        return self._pulls[year, foreign]

    def _first(self, small: SmallArea) -> Person:
        odds = 0.28 * small.diversity
        draw = self.random.random() * (1 + odds)
        if draw < 1:
            return self._native(small.area.key, self._born(FIRST_YEAR, rates.AGES_HERE))
        born = self._born(FIRST_YEAR, rates.AGES_COME)
        if draw < 1 + 0.42 * odds:
            return self._foreigner(small.area.key, born, stock()(self.random.random()))
        return self._german_with_history(small.area.key, born)

    def _internal(self, year: int) -> Person:
        born = self._born(year, rates.AGES_MOVING)
        draw = self.random.random()
        if draw < 0.78:
            return self._native(self.area_for(year, foreign=False), born)
        area = self.area_for(year, foreign=True)
        return self._german_with_history(area, born) if draw < 0.88 else self._foreigner(area, born, self._settled())

    def _settled(self) -> Origin:
        return stock()(self.random.random())

    def _external(self, year: int, origin: Origin) -> Person:
        area, born = self.area_for(year, foreign=True), self._born(year, rates.AGES_ARRIVING)
        return self._come(area, born, origin, year, Acquired.NOT_GERMAN)

    def _foreigner(self, area: str, born: int, origin: Origin) -> Person:
        """A foreigner who lives in Germany already: born there or arrived long ago."""
        age = FIRST_YEAR - born
        if self.random.random() < (0.75 if age < 15 else 0.35 if age < 30 else 0.03):
            parent = Parent(origin.country, origin.country, Acquired.NOT_GERMAN, same_address=age < _ADULT)
            language = self._spoken(origin, 0.8)
            return replace(
                self._native(area, born), nationality=origin.country, acquired=Acquired.NOT_GERMAN,
                mother=parent, father=parent, language=language,
            )  # fmt: skip
        return self._come(area, born, origin, self._arrival(born), Acquired.NOT_GERMAN)

    def _german_with_history(self, area: str, born: int) -> Person:
        kind = self.random.random()
        if kind < _RESETTLED and FIRST_YEAR - born >= 12:
            arrived = max(born, 1986 + int(15 * self.random.random()))
            return self._come(area, born, stock(RESETTLERS)(self.random.random()), arrived, Acquired.RESETTLED)
        origin = self._settled()
        if kind < _NATURALISED:
            return self._come(area, born, origin, self._arrival(born), Acquired.NATURALISED)
        return self._second_generation(area, born, origin, both=kind < _BORN_HERE)

    def _second_generation(self, area: str, born: int, origin: Origin, *, both: bool) -> Person:
        """Born in Germany as a German of one or two immigrant parents."""
        near = FIRST_YEAR - born < _ADULT
        parent = Parent(origin.country, origin.country, Acquired.NOT_GERMAN, same_address=near)
        acquired = Acquired.DESCENT if not both or born < 2000 else Acquired.BIRTH_IN_GERMANY
        second = origin.country if self.random.random() < 0.6 else ""
        language = self._spoken(origin, 0.55 if both else 0.2)
        return replace(
            self._native(area, born), second_nationality=second, acquired=acquired, mother=parent,
            father=parent if both else _ELSEWHERE, language=language,
        )  # fmt: skip

    def _come(self, area: str, born: int, origin: Origin, arrived: int, acquired: Acquired) -> Person:
        """Somebody born abroad."""
        german = acquired is not Acquired.NOT_GERMAN
        nationality = GERMANY if german else origin.country
        second = origin.country if german and self.random.random() < 0.4 else ""
        parent = Parent(origin.country, nationality, acquired, same_address=arrived - born < _ADULT)
        language = self._spoken(origin, 0.9)
        return replace(
            self._native(area, born), nationality=nationality, second_nationality=second, birth_country=origin.country,
            acquired=acquired, arrived=arrived, mother=parent, father=parent, language=language,
        )  # fmt: skip

    def _arrival(self, born: int) -> int:
        """A year of arrival before the first 31.12., rather long ago."""
        return max(born, FIRST_YEAR - int(35 * self.random.random() ** 1.3))

    def _spoken(self, origin: Origin, share: float) -> str:
        return origin.language if self.random.random() < share else "Deutsch"

    def _born(self, year: int, weights: tuple[int, ...]) -> int:
        bounds = rates.age_bounds(weights)
        group = bisect(bounds, self.random.random() * bounds[-1])
        return year - 5 * group - int(5 * self.random.random())

    def _native(self, area: str, born: int) -> Person:
        """Somebody born in Germany as a German of German parents; of everybody else some columns differ."""
        draw = self.random.random
        self._count += 1
        sex = Sex.FEMALE if draw() < 0.5 else Sex.MALE
        ranks = Ranks(draw(), draw(), draw(), draw())
        return Person(
            number=self._count,
            area=area,
            born=born,
            sex=sex,
            nationality=GERMANY,
            second_nationality="",
            birth_country=GERMANY,
            acquired=Acquired.DESCENT,
            arrived=None,
            mother=_GERMAN_PARENT,
            father=_GERMAN_PARENT,
            language="Deutsch",
            ranks=ranks,
        )
