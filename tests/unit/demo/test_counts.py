"""The one pass against slow counting, question by question."""

from collections import Counter

import pytest

from mehrklang.demo import circumstances as life
from mehrklang.demo.background import Background, background, origin
from mehrklang.demo.counts import AGE_GROUPS, FOREIGNERS, GERMANS, NO, SURVEY_YEARS, YES, Counts
from mehrklang.demo.origins import UNKNOWN, region_of
from mehrklang.demo.person import Person, Spell
from mehrklang.demo.register import register_on
from mehrklang.demo.town import Town
from tests.unit.demo.conftest import SIZE

YEARS = (2010, 2016, 2017, 2019, 2024)


def _nationality(person: Person) -> str:
    return GERMANS if person.german else FOREIGNERS


@pytest.mark.parametrize("year", YEARS)
def test_inhabitants(town: Town, spells: tuple[Spell, ...], counts: Counts, year: int) -> None:
    """By quarter of the day, age group, sex and migration background."""
    quarter = {small.area.key: small.quarter_on(year) for small in town.small}
    bounds = (0, 3, 6, 15, 18, 25, 45, 65, 200)
    slow: Counter[tuple[int | str, ...]] = Counter()
    for person in register_on(year, spells):
        group = next(i for i in range(8) if bounds[i] <= person.age_on(year) < bounds[i + 1])
        slow[year, quarter[person.area], AGE_GROUPS[group], person.sex, background(person, year)] += 1
    assert slow == Counter({key: n for key, n in counts.inhabitants.items() if key[0] == year})


@pytest.mark.parametrize("year", YEARS)
def test_origins(town: Town, spells: tuple[Spell, ...], counts: Counts, year: int) -> None:
    """Persons with migration background only, each once; few of unknown origin."""
    quarter = {small.area.key: small.quarter_on(year) for small in town.small}
    slow = Counter(
        (year, quarter[person.area], region_of(origin(person)))
        for person in register_on(year, spells)
        if background(person, year) is not Background.NONE
    )
    assert slow == Counter({key: n for key, n in counts.origins.items() if key[0] == year})
    with_history = sum(n for key, n in counts.inhabitants.items() if key[0] == year and key[4] != Background.NONE)
    assert sum(slow.values()) == with_history
    assert sum(n for key, n in slow.items() if key[2] == UNKNOWN) < 0.01 * with_history


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize(
    ("tally", "ages"),
    [
        ("work", range(15, 65)), ("young", range(15, 25)), ("support", range(65)), ("care", range(3, 6)),
        ("examined", [5]), ("eighth", [14]), ("leavers", [16]), ("training", range(18, 21)),
    ],
)  # fmt: skip
def test_each_tally_holds_its_ages(
    spells: tuple[Spell, ...], counts: Counts, tally: str, ages: range, year: int
) -> None:
    """Every person of the age stands in the tally exactly once."""
    expected = sum(person.age_on(year) in ages for person in register_on(year, spells))
    assert expected == sum(n for key, n in getattr(counts, tally).items() if key[0] == year)


def test_work_support_and_certificates(spells: tuple[Spell, ...], counts: Counts) -> None:
    """Three questions answered slowly for one year."""
    year = 2022
    persons = list(register_on(year, spells))
    for nationality in (GERMANS, FOREIGNERS):
        group = [person for person in persons if _nationality(person) == nationality]
        working = [person for person in group if person.age_on(year) in range(15, 65)]
        employed = sum(life.work(person, year) is life.Work.EMPLOYED for person in working)
        assert employed == sum(
            n for key, n in counts.work.items() if key[:2] == (year, nationality) and key[3] == life.Work.EMPLOYED
        )
        supported = sum(life.needs_support(person, year) for person in group if person.age_on(year) < 65)
        assert supported == counts.support[year, nationality, YES]
        leaving = Counter(life.certificate(person, year) for person in group if person.age_on(year) == 16)
        assert leaving == Counter({kind: counts.leavers[year, nationality, kind] for kind in life.Certificate})


def test_residence_is_known_for_every_foreigner(spells: tuple[Spell, ...], counts: Counts) -> None:
    for year in YEARS:
        foreign = sum(not person.german for person in register_on(year, spells))
        assert foreign == sum(n for key, n in counts.residence.items() if key[0] == year)


def test_naturalisations_are_the_changes_of_nationality(spells: tuple[Spell, ...], counts: Counts) -> None:
    """Somebody was foreign on one 31.12. and is German on the next."""
    slow: Counter[int] = Counter()
    foreign: set[tuple[int, int]] = {(spell.person.number, spell.last) for spell in spells if not spell.person.german}
    for spell in spells:
        if spell.person.german and (spell.person.number, spell.first - 1) in foreign:
            slow[spell.first] += 1
    assert slow == Counter({year: n for (year,), n in counts.naturalised.items() if isinstance(year, int)})


def test_every_so_many_th_adult_is_asked(spells: tuple[Spell, ...], counts: Counts) -> None:
    """Those whose number and year add up to a multiple."""
    every = SIZE // 1100
    for year in SURVEY_YEARS:
        asked = [p for p in register_on(year, spells) if p.age_on(year) >= 18 and (p.number + year) % every == 0]
        assert len(asked) == sum(n for key, n in counts.survey.items() if key[0] == year)
        at_home = sum(life.belongs(person, year) for person in asked)
        assert at_home == sum(n for key, n in counts.survey.items() if key[0] == year and key[2] == YES)
        assert 0 < at_home < len(asked)
        assert NO in {key[3] for key in counts.survey}
