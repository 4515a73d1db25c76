"""One pass over the register: everything that the deliveries count.

The result holds only counts, keyed by year and categories; no person is kept.
"""

from bisect import bisect
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from mehrklang.demo import circumstances as life
from mehrklang.demo.background import ADULT, BREAK_YEAR, Background, background, origin
from mehrklang.demo.origins import EU, origin_of, region_of
from mehrklang.demo.person import GERMANY, Parent, Person, Spell
from mehrklang.demo.rates import OLDEST
from mehrklang.demo.town import SmallArea, Town, district_of

GERMANS = "Deutsche"
FOREIGNERS = "Ausländerinnen und Ausländer"
WITH, WITHOUT = "mit Migrationshintergrund", "ohne Migrationshintergrund"
PARENT_ABROAD, PARENT_HERE = "mindestens ein Elternteil im Ausland geboren", "beide Eltern in Deutschland geboren"
GERMAN_FIRST, NOT_GERMAN_FIRST = "vorrangig Deutsch", "vorrangig nicht Deutsch"
YES, NO = "ja", "nein"

AGE_GROUPS = (
    "unter 3 Jahre", "3 bis unter 6 Jahre", "6 bis unter 15 Jahre", "15 bis unter 18 Jahre", "18 bis unter 25 Jahre",
    "25 bis unter 45 Jahre", "45 bis unter 65 Jahre", "65 Jahre und älter",
)  # fmt: skip
_GROUP_OF = tuple(AGE_GROUPS[bisect((3, 6, 15, 18, 25, 45, 65), age)] for age in range(OLDEST + 1))

EXAMINATION_CHANGED = 2019
"""The first year of the new language test in the school entry examination."""

_NEW_HERE = 5

Key = tuple[int | str, ...]
Tally = Counter[Key]


@dataclass(frozen=True, slots=True)
class Counts:
    """Numbers of persons; every key begins with the year, then come the categories.

    inhabitants: quarter, age group, sex, migration background · origins: quarter, region (persons with migration
    background) · work: nationality, sex, work (15–64) · young: nationality, work (15–24) · support: nationality, yes/no
    (under 65) · care: parents, language of the family, yes/no (3–5) · examined: district, with/without migration
    background, yes/no (5) · eighth: nationality, yes/no (14) · leavers: nationality, certificate (16) · training:
    nationality, yes/no (18–20) · residence: kind (foreigners) · naturalised: nothing more · survey: migration
    background and time in Germany, feels at home yes/no, discrimination yes/no (18 and older).
    """

    inhabitants: Tally = field(default_factory=Counter)
    origins: Tally = field(default_factory=Counter)
    work: Tally = field(default_factory=Counter)
    young: Tally = field(default_factory=Counter)
    support: Tally = field(default_factory=Counter)
    care: Tally = field(default_factory=Counter)
    examined: Tally = field(default_factory=Counter)
    eighth: Tally = field(default_factory=Counter)
    leavers: Tally = field(default_factory=Counter)
    training: Tally = field(default_factory=Counter)
    residence: Tally = field(default_factory=Counter)
    naturalised: Tally = field(default_factory=Counter)
    survey: Tally = field(default_factory=Counter)


SURVEY_YEARS = (2014, 2018, 2022, 2024)
LESS_THAN_FIVE_YEARS = "seit weniger als fünf Jahren in Deutschland"


def count(town: Town, spells: Iterable[Spell], *, asked: int) -> Counts:
    """The counts of a register; each spell is looked at once, spells of one person must follow each other.

    `asked`: every how many-th adult answers the survey.
    """
    counts = Counts()
    areas = {small.area.key: small for small in town.small}
    before: Person | None = None
    for spell in spells:
        person, small = spell.person, areas[spell.person.area]
        if before and before.number == person.number and person.german and not before.german:
            counts.naturalised[spell.first,] += 1
        _count_inhabitant(counts, spell, small)
        _count_circumstances(counts, spell, small)
        for year in SURVEY_YEARS:
            if (person.number + year) % asked == 0 and spell.first <= year <= spell.last:
                _ask(counts, person, year)
        before = person
    return counts


def _count_inhabitant(counts: Counts, spell: Spell, small: SmallArea) -> None:
    person = spell.person
    region, history = region_of(origin(person)), background(person, spell.first)
    for year in spell.years:
        if year in (BREAK_YEAR, person.born + ADULT):  # the category changes in no other year
            history = background(person, year)
        quarter = small.quarter_on(year)
        counts.inhabitants[year, quarter, _GROUP_OF[year - person.born], person.sex, history] += 1
        if history is not Background.NONE:
            counts.origins[year, quarter, region] += 1
            if history is Background.FOREIGN:
                counts.residence[year, _residence(person, year)] += 1


def _count_circumstances(counts: Counts, spell: Spell, small: SmallArea) -> None:
    person = spell.person
    nationality = GERMANS if person.german else FOREIGNERS
    for year in range(spell.first, min(spell.last, person.born + 64) + 1):
        counts.support[year, nationality, _answer(life.needs_support(person, year))] += 1
        age = year - person.born
        if age >= 15:
            _count_working_age(counts, person, nationality, year)
        if 3 <= age < 18:
            _count_child(counts, person, nationality, small.quarter_on(year), year)


def _count_child(counts: Counts, person: Person, nationality: str, quarter: str, year: int) -> None:
    age = year - person.born
    if age in life.CARE_AGE:
        parents = PARENT_ABROAD if _abroad(person.mother) or _abroad(person.father) else PARENT_HERE
        counts.care[year, parents, _language(person), _answer(life.in_care(person, year))] += 1
    if age == life.EXAMINED_AGE:
        need = life.needs_language_support(person, year, new_test=year >= EXAMINATION_CHANGED)
        counts.examined[year, district_of(quarter), _history(person, year), _answer(need)] += 1
    elif age == life.EIGHTH_GRADE_AGE:
        counts.eighth[year, nationality, _answer(life.at_gymnasium(person, year))] += 1
    elif age == life.LEAVING_AGE:
        counts.leavers[year, nationality, life.certificate(person, year)] += 1


def _count_working_age(counts: Counts, person: Person, nationality: str, year: int) -> None:
    work = life.work(person, year)
    counts.work[year, nationality, person.sex, work] += 1
    age = year - person.born
    if age < 25:
        counts.young[year, nationality, work] += 1
        if age in life.TRAINING_AGE:
            counts.training[year, nationality, _answer(life.in_training(person, year))] += 1


def _residence(person: Person, year: int) -> life.Residence:
    come = origin_of(person.nationality)
    return life.residence(person, year, eu=come.region == EU, refuge=come.refuge)


def _ask(counts: Counts, person: Person, year: int) -> None:
    """The answers of one adult to the survey."""
    if year - person.born < ADULT:
        return
    new = person.arrived is not None and year - person.arrived < _NEW_HERE
    group = LESS_THAN_FIVE_YEARS if new else _history(person, year)
    at_home, discrimination = life.belongs(person, year), life.experienced_discrimination(person, year)
    counts.survey[year, group, _answer(at_home), _answer(discrimination)] += 1


def _history(person: Person, year: int) -> str:
    """As parents and respondents say it themselves: without the register's break."""
    return WITHOUT if background(person, max(year, BREAK_YEAR)) is Background.NONE else WITH


def _language(person: Person) -> str:
    return GERMAN_FIRST if person.language == "Deutsch" else NOT_GERMAN_FIRST


def _abroad(parent: Parent) -> bool:
    return parent.birth_country != GERMANY


def _answer(holds: bool) -> str:  # noqa: FBT001 — the one argument is the question
    return YES if holds else NO
