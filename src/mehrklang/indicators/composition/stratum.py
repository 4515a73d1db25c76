"""One layer of a population (an age group of one sex …): how many cases, how many persons."""

from dataclasses import dataclass

from mehrklang.vocabulary import Figure


@dataclass(frozen=True, slots=True)
class Stratum:
    """Cases and persons of a group and of what it is compared to (the standard), in one layer."""

    name: str
    cases: Figure
    persons: Figure
    standard_cases: Figure
    standard_persons: Figure

    @property
    def figures(self) -> tuple[Figure, ...]:
        """All four."""
        return (self.cases, self.persons, self.standard_cases, self.standard_persons)
