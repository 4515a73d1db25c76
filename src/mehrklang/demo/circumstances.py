"""Schooling, work and need of a person in a year: what offices, schools and the labour agency count.

Each rate is invented. A person is inside a rate of p when the rank (0 to 1) is below p, so rates change smoothly while
the same persons stay inside. Two things matter for every rate: the language of the family or the time since arrival,
never the nationality as such; the difference between groups follows from that.
"""

from enum import StrEnum

from mehrklang.demo.person import Person

CARE_AGE = range(3, 6)
EXAMINED_AGE = 5
EIGHTH_GRADE_AGE = 14
LEAVING_AGE = 16
TRAINING_AGE = range(18, 21)

_NEWCOMER = 4
"""Completed years since arrival below which somebody counts as newly arrived."""


class Work(StrEnum):
    """Mutually exclusive; the labour agency's words."""

    EMPLOYED = "sozialversicherungspflichtig beschäftigt"
    UNEMPLOYED = "arbeitslos"
    OTHER = "weder noch"


class Certificate(StrEnum):
    """What somebody leaves a general school with."""

    NONE = "ohne Hauptschulabschluss"
    LOWER = "Hauptschulabschluss"
    MIDDLE = "mittlerer Abschluss"
    UPPER = "Fachhochschul- oder Hochschulreife"


class Residence(StrEnum):
    """The legal residence of foreigners, after the Ausländerzentralregister."""

    FREE = "kein Aufenthaltstitel erforderlich (EU)"
    SETTLED = "unbefristeter Aufenthaltstitel"
    LIMITED = "befristeter Aufenthaltstitel"
    OPEN = "ohne Aufenthaltstitel"


def stay(person: Person, year: int) -> int:
    """Years in Germany: since arrival, or since birth."""
    return year - (person.born if person.arrived is None else person.arrived)


def work(person: Person, year: int) -> Work:
    """Only for the working age (15 to 64)."""
    rank, employed = person.ranks.work, _employment_rate(person, year)
    if rank < employed:
        return Work.EMPLOYED
    return Work.UNEMPLOYED if rank >= 1 - _unemployment_rate(person, year) else Work.OTHER


def needs_support(person: Person, year: int) -> bool:
    """Whether somebody below 65 receives benefits under SGB II (since 2023 Bürgergeld)."""
    newcomer = person.arrived is not None and stay(person, year) < _NEWCOMER
    rate = 0.42 if newcomer else 0.052 if person.language == "Deutsch" else 0.125
    easing = 1.12 - 0.012 * (year - 2010) + (0.08 if year >= 2022 else 0)
    return person.ranks.need < rate * easing


def in_care(person: Person, year: int) -> bool:
    """Whether a child of three to five attends a day-care facility."""
    rate = 0.965 if person.language == "Deutsch" else 0.82 + 0.006 * (year - 2010)
    squeeze = 0.05 if year in (2016, 2017, 2022, 2023) else 0.0
    return person.ranks.care < rate - (squeeze if person.language != "Deutsch" else squeeze / 4)


def needs_language_support(person: Person, year: int, *, new_test: bool) -> bool:
    """Whether the school entry examination finds a need for support in German; the test of 2019 finds more."""
    rate = 0.11 if person.language == "Deutsch" else 0.46
    improved = 1 - 0.012 * (year - 2010)
    return person.ranks.school < rate * improved * (1.3 if new_test else 1)


def at_gymnasium(person: Person, year: int) -> bool:
    """Whether a pupil of the eighth grade attends a Gymnasium."""
    rate = 0.43 if person.language == "Deutsch" else 0.19 + 0.008 * (year - 2010)
    return person.ranks.school >= 1 - rate


def certificate(person: Person, year: int) -> Certificate:
    """What a school leaver of the year leaves with."""
    newcomer = person.arrived is not None and stay(person, year) < _NEWCOMER
    without = 0.24 if newcomer else 0.052 if person.language == "Deutsch" else 0.135 - 0.003 * (year - 2010)
    bounds = (without, without + 0.22, without + 0.62)
    kinds = (Certificate.NONE, Certificate.LOWER, Certificate.MIDDLE)
    return next(
        (kind for kind, bound in zip(kinds, bounds, strict=True) if person.ranks.school < bound), Certificate.UPPER
    )


def in_training(person: Person, year: int) -> bool:
    """Whether somebody of 18 to 20 is in vocational training in the dual system."""
    newcomer = person.arrived is not None and stay(person, year) < _NEWCOMER
    rate = 0.14 + 0.006 * (year - 2010) if newcomer else 0.36 if person.language == "Deutsch" else 0.29
    return person.ranks.work < rate


def residence(person: Person, year: int, *, eu: bool, refuge: bool) -> Residence:
    """The residence of a foreigner."""
    if eu:
        return Residence.FREE
    years = stay(person, year)
    if years >= 5 and person.ranks.care < min(0.85, 0.2 + 0.05 * (years - 5)):
        return Residence.SETTLED
    return Residence.OPEN if refuge and years < 8 and person.ranks.care > 0.88 else Residence.LIMITED


def belongs(person: Person, year: int) -> bool:
    """Whether somebody says in the survey that he or she feels at home in the town."""
    rate = 0.86 if person.language == "Deutsch" else min(0.84, 0.62 + 0.015 * stay(person, year))
    return person.ranks.care < rate


def experienced_discrimination(person: Person, year: int) -> bool:
    """Whether somebody says in the survey that he or she was treated worse because of origin in the last two years."""
    own = person.birth_country != "Deutschland" or person.language != "Deutsch"
    return person.ranks.need < (0.33 + 0.004 * (year - 2014) if own else 0.05)


def _employment_rate(person: Person, year: int) -> float:
    age = year - person.born
    by_age = 0.45 if age < 25 else 0.72 if age < 55 else 0.5 + 0.012 * (year - 2010)
    growth = 1 + 0.009 * (year - 2010) - (0.012 if year == 2020 else 0)
    return by_age * growth * _arrival_factor(person, year)


def _arrival_factor(person: Person, year: int) -> float:
    """How much the time since arrival lowers the chance to be employed: by two thirds first, by a tenth in the end."""
    if person.arrived is None:
        return 1.0 if person.language == "Deutsch" else 0.93
    return min(0.9, 0.33 + 0.075 * (year - person.arrived))


def _unemployment_rate(person: Person, year: int) -> float:
    newcomer = person.arrived is not None and stay(person, year) < _NEWCOMER
    rate = 0.15 if newcomer else 0.038 if person.language == "Deutsch" else 0.085
    course = 1.15 - 0.03 * min(year - 2010, 9) + (0.15 if year in (2020, 2021) else 0) + (0.04 if year > 2022 else 0)
    return rate * course
