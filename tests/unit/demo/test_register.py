"""The register is a plausible population, and the same every time."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import islice, pairwise

import pytest

from mehrklang.demo.background import Background, background
from mehrklang.demo.person import GERMANY, Acquired, Person, Sex, Spell
from mehrklang.demo.rates import OLDEST
from mehrklang.demo.register import register, register_on
from mehrklang.demo.town import FIRST_YEAR, LAST_YEAR, YEARS, Town
from tests.unit.demo.conftest import SEED, SIZE


@pytest.fixture(scope="module")
def lives(spells: tuple[Spell, ...]) -> dict[int, list[Spell]]:
    found: dict[int, list[Spell]] = defaultdict(list)
    for spell in spells:
        found[spell.person.number].append(spell)
    return found


def test_the_same_seed_gives_the_same_register(town: Town, spells: tuple[Spell, ...]) -> None:
    assert tuple(register(town, inhabitants=SIZE, seed=SEED)) == spells
    assert tuple(islice(register(town, inhabitants=SIZE, seed=SEED + 1), 100)) != spells[:100]


def test_lives_come_one_after_another(town: Town) -> None:
    """The register is a stream: the first life of a town of millions is there at once."""
    stream = register(town, inhabitants=50_000_000, seed=SEED)
    assert isinstance(stream, Iterator)
    assert next(stream).person.number == 1


def test_spells_of_a_person_follow_each_other(lives: dict[int, list[Spell]]) -> None:
    """No overlap, no gap, nobody before birth; sex, birth and origin never change."""
    for life in lives.values():
        assert life[0].first >= max(FIRST_YEAR, life[0].person.born)
        assert life[-1].last <= LAST_YEAR
        assert all(spell.first <= spell.last for spell in life)
        assert all(one.last + 1 == other.first for one, other in pairwise(life))
        assert len({(s.person.sex, s.person.born, s.person.birth_country, s.person.arrived) for s in life}) == 1


def test_nationality_changes_only_by_naturalisation(lives: dict[int, list[Spell]]) -> None:
    changes = 0
    for life in lives.values():
        for one, other in pairwise(life):
            if one.person.nationality != other.person.nationality:
                changes += 1
                assert other.person.nationality == GERMANY
                assert other.person.acquired is Acquired.NATURALISED
                assert other.person.second_nationality in ("", one.person.nationality)
    assert changes > 100


def test_entries_agree_with_themselves(spells: tuple[Spell, ...]) -> None:
    """Foreigners have not acquired German nationality, whoever was born abroad has arrived, ages are human."""
    for spell in spells:
        person = spell.person
        assert person.german == (person.acquired is not Acquired.NOT_GERMAN)
        assert (person.birth_country != GERMANY) == (person.arrived is not None)
        assert person.arrived is None or person.born <= person.arrived <= spell.first
        assert person.second_nationality != person.nationality
        assert 0 <= person.age_on(spell.last) <= OLDEST


def test_the_first_number_of_inhabitants_is_the_one_asked_for(spells: tuple[Spell, ...], town: Town) -> None:
    """Each area is rounded on its own."""
    first = sum(1 for person in register_on(FIRST_YEAR, spells))
    assert first == pytest.approx(SIZE, abs=len(town.small) / 2)


@pytest.mark.parametrize("year", [FIRST_YEAR, 2017, LAST_YEAR])
def test_age_and_sex_are_those_of_a_german_town(spells: tuple[Spell, ...], year: int) -> None:
    """Wide bounds: a sixth is under 18, a fifth is 65 or older, half are women, few are very old."""
    persons = list(register_on(year, spells))
    ages = [person.age_on(year) for person in persons]
    assert 0.13 < sum(age < 18 for age in ages) / len(ages) < 0.21
    assert 0.15 < sum(age >= 65 for age in ages) / len(ages) < 0.25
    assert 0.48 < sum(person.sex is Sex.FEMALE for person in persons) / len(persons) < 0.54
    assert sum(age >= 100 for age in ages) / len(ages) < 0.001


def test_births_deaths_and_moves_keep_the_town_in_bounds(spells: tuple[Spell, ...]) -> None:
    """6 to 14 births per 1,000 a year; the town neither doubles nor empties."""
    sizes = Counter(year for spell in spells for year in range(spell.first, spell.last + 1))
    births = Counter(spell.person.born for spell in spells if spell.first == spell.person.born)
    assert all(6 < 1000 * births[year] / sizes[year] < 14 for year in YEARS[1:])
    assert all(abs(sizes[year] / sizes[year - 1] - 1) < 0.03 for year in YEARS[1:])


def _share(spells: tuple[Spell, ...], year: int, *kinds: Background) -> float:
    persons: list[Person] = list(register_on(year, spells))
    return sum(background(person, year) in kinds for person in persons) / len(persons)


def test_arrivals_of_2015_and_2022_show(spells: tuple[Spell, ...]) -> None:
    """The share of foreigners grows faster in these years than in the years before them."""
    share = {year: _share(spells, year, Background.FOREIGN) for year in (2013, 2014, 2015, 2020, 2021, 2022)}
    assert share[2015] - share[2014] > 1.5 * (share[2014] - share[2013])
    assert share[2022] - share[2021] > 1.5 * (share[2021] - share[2020])


def test_the_derivation_of_2017_makes_a_break(spells: tuple[Spell, ...]) -> None:
    """Germans with migration background jump by more than a tenth, beyond any other year."""
    share = {year: _share(spells, year, Background.GERMAN) for year in (2015, 2016, 2017, 2018)}
    assert share[2017] > 1.1 * share[2016]
    assert abs(share[2016] - share[2015]) < 0.05 * share[2016]
    assert abs(share[2018] - share[2017]) < 0.05 * share[2017]


def test_quarters_grow_and_shrink(spells: tuple[Spell, ...]) -> None:
    """Some statistical areas gain more than a fifth, some lose."""
    sizes = {year: Counter(person.area for person in register_on(year, spells)) for year in (FIRST_YEAR, LAST_YEAR)}
    ratios = [sizes[LAST_YEAR][area] / number for area, number in sizes[FIRST_YEAR].items()]
    assert max(ratios) > 1.2
    assert min(ratios) < 1


def test_children_live_with_their_mother(spells: tuple[Spell, ...]) -> None:
    """Whoever is born in the town begins in the area in which somebody of the mother's age lives."""
    newborn = [spell for spell in spells if spell.first == spell.person.born and spell.first > FIRST_YEAR]
    assert newborn
    assert all(spell.person.mother.same_address for spell in newborn)
