"""Migration background as a population register derives it (catalogue definition "melderegister").

A register does not know "Migrationshintergrund"; a statistics office derives it from nationality, the way German
nationality was acquired, the place of birth and, for children, from parents at the same address (the procedure of
MigraPro, Verbund KOSIS: https://www.staedtestatistik.de/285.html). The demonstration municipality enlarged its
derivation in 2017; the series has a documented break there.
"""

from enum import StrEnum

from mehrklang.demo.person import GERMANY, Acquired, Parent, Person

BREAK_YEAR = 2017
"""From this 31.12. on all marks are evaluated; before, only foreign nationalities and naturalisation were."""

ADULT = 18
"""The age from which parents are no longer looked at."""
_MARKED = (Acquired.NATURALISED, Acquired.RESETTLED, Acquired.BIRTH_IN_GERMANY)


class Background(StrEnum):
    """The categories of the feature Migrationshintergrund, which add up to all inhabitants."""

    NONE = "ohne Migrationshintergrund"
    GERMAN = "Deutsche mit Migrationshintergrund"
    FOREIGN = "Ausländerinnen und Ausländer"


def background(person: Person, year: int) -> Background:
    """The category of a person on 31.12. of the year, by the derivation that was in use then."""
    if person.nationality != GERMANY:
        return Background.FOREIGN
    if person.second_nationality or person.acquired is Acquired.NATURALISED:
        return Background.GERMAN
    if year >= BREAK_YEAR and _marked(person, year):
        return Background.GERMAN
    return Background.NONE


def origin(person: Person) -> str:
    """The country that a person with migration background is counted under (Bezugsland): the foreign nationality
    first, then the second one, the country of birth, a parent's country. "" where the register knows none: a child of
    naturalised parents who were born in Germany.
    """
    mother, father = person.mother, person.father
    countries = (
        person.nationality, person.second_nationality, person.birth_country, mother.nationality, father.nationality,
        mother.birth_country, father.birth_country,
    )  # fmt: skip
    return next((country for country in countries if country not in ("", GERMANY)), "")


def _marked(person: Person, year: int) -> bool:
    """Whether a German without second nationality carries another mark: resettlement, birth in Germany to foreign
    parents, birth abroad with arrival from there (a birth on a journey has no arrival), or a parent.
    """
    born_abroad = person.birth_country != GERMANY and person.arrived is not None
    return person.acquired in _MARKED or born_abroad or _by_parents(person, year)


def _by_parents(person: Person, year: int) -> bool:
    """Whether a minor has a parent at the same address who came, or whose family came, from abroad."""
    return person.age_on(year) < ADULT and any(_came(parent) for parent in (person.mother, person.father))


def _came(parent: Parent) -> bool:
    abroad = parent.nationality != GERMANY or parent.birth_country != GERMANY or parent.acquired in _MARKED
    return parent.same_address and abroad
