"""The population register of the demonstration municipality, simulated life by life.

One life is followed from its entry to its end or to the last 31.12., then forgotten: memory does not grow with the
town. A life comes out as spells: the entry of a person, unchanged from one 31.12. to another. The same seed gives the
same register.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from mehrklang.demo import rates
from mehrklang.demo.chance import stream
from mehrklang.demo.newcomers import Registry
from mehrklang.demo.person import GERMANY, Acquired, Person, Sex, Spell
from mehrklang.demo.town import FIRST_YEAR, LAST_YEAR, Town

_GROWN_UP = 18
_RECENT = 5


def register(town: Town, *, inhabitants: int, seed: int) -> Iterator[Spell]:
    """All spells from 31.12.2010 to 31.12.2024; `inhabitants` is the number (within rounding) at the beginning."""
    office = Registry(town, stream("Register", seed))
    for person in office.first_inhabitants(inhabitants):
        yield from _family(person, FIRST_YEAR, office)
    for year in range(FIRST_YEAR + 1, LAST_YEAR + 1):
        for person in office.arrivals(year, inhabitants):
            yield from _family(person, year, office)


def register_on(year: int, spells: Iterable[Spell]) -> Iterator[Person]:
    """The rows of the register on 31.12. of a year."""
    return (spell.person for spell in spells if spell.first <= year <= spell.last)


def _family(person: Person, year: int, office: Registry) -> Iterator[Spell]:
    """The life of a person and the lives of the children born in the town."""
    births: list[int] = []
    life = list(_life(person, year, office, births))
    yield from life
    for birth in births:
        yield from _childhood(birth, life, office)


def _childhood(birth: int, mother: list[Spell], office: Registry) -> Iterator[Spell]:
    """A child lives where the mother lives, leaves with her and is naturalised with her; grown up, it goes its way."""
    child = office.child(next(spell.person for spell in mother if spell.first <= birth <= spell.last), birth)
    for spell in mother:
        if spell.last < birth:
            continue
        child = replace(child, area=spell.person.area)
        if spell.person.german and not child.german:
            child = _naturalised(child, keeps=bool(spell.person.second_nationality))
        last = min(spell.last, child.born + _GROWN_UP - 1)
        if last >= max(spell.first, birth):
            yield Spell(child, max(spell.first, birth), last)


def _life(person: Person, first: int, office: Registry, births: list[int]) -> Iterator[Spell]:
    """The spells of one life from 31.12. of `first` on; years in which children are born are appended to `births`."""
    draw = office.random.random
    female = person.sex is Sex.FEMALE
    for year in range(first + 1, LAST_YEAR + 1):
        chance = draw()
        if chance >= rates.HIGHEST and year - person.born < rates.OLD:
            continue
        risk = _risk(person, year, female=female)
        if chance >= risk.birth:
            continue
        if chance < risk.leaving:
            yield Spell(person, first, year - 1)
            return
        changed = _changed(person, year, chance, risk, office)
        if changed is not person:
            yield Spell(person, first, year - 1)
            person, first = changed, year
        elif chance >= risk.citizen:
            births.append(year)
    yield Spell(person, first, LAST_YEAR)


def _risk(person: Person, year: int, *, female: bool) -> rates.Hazards:
    recent = person.arrived is not None and year - person.arrived < _RECENT
    return rates.hazards(year - person.born, female=female, foreign=not person.german, recent=recent)


def _changed(person: Person, year: int, chance: float, risk: rates.Hazards, office: Registry) -> Person:
    """The person after a move within the town or a naturalisation, or the same person."""
    if chance < risk.move:
        return replace(person, area=office.area_for(year, foreign=not person.german))
    stay = year - (person.born if person.arrived is None else person.arrived)
    if chance < risk.citizen and office.random.random() < rates.naturalisation_chance(year, stay):
        return _naturalised(person, keeps=office.random.random() < 0.6)
    return person


def _naturalised(person: Person, *, keeps: bool) -> Person:
    """With the German nationality first, the former one second if it is kept."""
    second = person.nationality if keeps else ""
    return replace(person, nationality=GERMANY, second_nationality=second, acquired=Acquired.NATURALISED)
