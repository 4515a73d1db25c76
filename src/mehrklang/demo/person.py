"""One inhabitant of the demonstration municipality, as a population register (Melderegister) would keep the person.

Nobody here exists. Names, addresses and days of birth are not even invented: the register is drawn without them.
"""

from dataclasses import dataclass
from enum import StrEnum

GERMANY = "Deutschland"


class Sex(StrEnum):
    """As the register's statistics name it."""

    FEMALE = "weiblich"
    MALE = "männlich"


class Acquired(StrEnum):
    """How a person came to the German nationality (Art der deutschen Staatsangehörigkeit)."""

    NOT_GERMAN = "keine"
    DESCENT = "Abstammung"
    BIRTH_IN_GERMANY = "Geburt im Inland (§ 4 Abs. 3 StAG)"
    NATURALISED = "Einbürgerung"
    RESETTLED = "Aufnahme als Aussiedler oder Spätaussiedler"


@dataclass(frozen=True, slots=True)
class Parent:
    """What the register knows about a parent.

    `same_address`: registered at the child's address; a register sees parents in no other way.
    """

    birth_country: str
    nationality: str
    acquired: Acquired
    same_address: bool


@dataclass(frozen=True, slots=True)
class Ranks:
    """The place of a person among all others, from 0 to 1, in four respects.

    A rate is turned into persons by comparing it with the rank: who is employed at a rate of 40 % is so at 50 % too.
    Circumstances thus last from year to year, as they do in a real town, and need no draw of their own each year.
    """

    school: float
    work: float
    need: float
    care: float


@dataclass(frozen=True, slots=True)
class Person:
    """One person between two changes of the register entry.

    `area` is the key of the statistical area; `arrived` the year of arrival in Germany (None: born there); the age on
    31.12. is the year less `born`.
    """

    number: int
    area: str
    born: int
    sex: Sex
    nationality: str
    second_nationality: str
    birth_country: str
    acquired: Acquired
    arrived: int | None
    mother: Parent
    father: Parent
    language: str
    ranks: Ranks

    def age_on(self, year: int) -> int:
        """Completed years of life on 31.12. of the year."""
        return year - self.born

    @property
    def german(self) -> bool:
        """Whether the first nationality is German; two passports count as German."""
        return self.nationality == GERMANY


@dataclass(frozen=True, slots=True)
class Spell:
    """A person whose entry stood unchanged from 31.12. of `first` to 31.12. of `last`, both included."""

    person: Person
    first: int
    last: int

    @property
    def years(self) -> range:
        """The years on whose 31.12. the entry stood."""
        return range(self.first, self.last + 1)
