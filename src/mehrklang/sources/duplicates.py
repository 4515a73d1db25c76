"""Rows that repeat a key: contradictions, repetitions, and rows that would be added up."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mehrklang.sources.faults import Faults, list_lines
from mehrklang.vocabulary import Material, Observation


@dataclass(frozen=True, slots=True)
class _Repetition:
    """The observations of one key that stands more than once."""

    observations: tuple[Observation, ...]

    @property
    def contradicts(self) -> bool:
        return len({observation.figure for observation in self.observations}) > 1

    @property
    def place(self) -> str:
        first = self.observations[0]
        return f"{first.measure}, Gebiet {first.area}, {first.period.label}, {first.breakdown.label}"

    @property
    def lines(self) -> str:
        return list_lines([observation.cell.line for observation in self.observations])

    @property
    def values(self) -> str:
        return " und ".join(dict.fromkeys(f"„{observation.cell.raw}“" for observation in self.observations))


def tell_duplicates(observations: Sequence[Observation], material: Material, faults: Faults) -> None:
    """Note contradicting keys one by one, repetitions once; nothing is taken out."""
    repeated = _repeated(observations)
    if material is Material.ADDITIVE:
        _tell_once("L-DOPPELT-03", repeated, faults)
        return
    for repetition in repeated:
        if repetition.contradicts:
            faults.add(
                "L-DOPPELT-01",
                line=repetition.observations[-1].cell.line,
                fach=repetition.place,
                werte=repetition.values,
                zeilen=repetition.lines,
            )
    _tell_once("L-DOPPELT-02", [repetition for repetition in repeated if not repetition.contradicts], faults)


def _repeated(observations: Iterable[Observation]) -> list[_Repetition]:
    """The keys that stand more than once."""
    first: dict[object, Observation] = {}
    groups: dict[object, list[Observation]] = {}
    for one in observations:
        key = (one.measure, one.area, one.period.key, one.unit, one.breakdown.pairs)
        earlier = first.setdefault(key, one)
        if earlier is not one:
            groups.setdefault(key, [earlier]).append(one)
    return [_Repetition(tuple(group)) for group in groups.values()]


def _tell_once(code: str, repeated: Sequence[_Repetition], faults: Faults) -> None:
    if repeated:
        first = repeated[0]
        count = sum(len(repetition.observations) - 1 for repetition in repeated)
        faults.add(code, line=first.observations[-1].cell.line, anzahl=count, fach=first.place, zeilen=first.lines)
