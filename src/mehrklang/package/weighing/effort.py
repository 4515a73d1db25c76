"""How much work a set of indicators makes, in hours a year.

Of each source: hours for one delivery × deliveries a year. A source that several indicators use counts once: it is
asked for, read and checked once. What is not known is named and never counted as 0.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from mehrklang.catalogue import Supply, deliveries_a_year
from mehrklang.package.weighing.prospect import Origin, Prospect
from mehrklang.vocabulary.german import format_exact


@dataclass(frozen=True, slots=True)
class EffortLine:
    """The work that one source makes, or that one indicator makes itself (`own`). `hours` a year; None: not known, and
    `reason` says why. `codes` are the indicators that it is done for. `source` is its key ("" for an indicator's own),
    `basis` says from where the hours are known.
    """

    name: str
    hours: Decimal | None
    codes: tuple[str, ...]
    reason: str = ""
    own: bool = False
    source: str = ""
    basis: str = ""


@dataclass(frozen=True, slots=True)
class Effort:
    """All lines, sources first in the order of the indicators."""

    lines: tuple[EffortLine, ...]

    @property
    def hours(self) -> Decimal:
        """The sum of what is known, in hours a year."""
        return sum((each.hours for each in self.lines if each.hours is not None), Decimal(0))

    @property
    def unknown(self) -> tuple[EffortLine, ...]:
        """Where the hours are not known."""
        return tuple(each for each in self.lines if each.hours is None)

    @property
    def not_estimated(self) -> tuple[str, ...]:
        """The codes of the indicators whose work is not known, or only in part; each once."""
        return tuple(dict.fromkeys(code for each in self.unknown for code in each.codes))


def effort(prospects: Iterable[Prospect]) -> Effort:
    """The work of these indicators together.

    Two indicators from one half-yearly source with 5 hours for a delivery make 10 hours a year, and not 20:

    >>> from mehrklang.package.weighing.examples import example
    >>> effort([example("a", "register"), example("b", "register")]).hours
    Decimal('10')
    """
    wanted = tuple(prospects)
    origins = {origin.key: origin for each in wanted for origin in each.origins}
    shared = (line for origin in origins.values() for line in _of_source(origin, wanted))
    return Effort((*shared, *_own(wanted)))


def _of_source(origin: Origin, wanted: tuple[Prospect, ...]) -> Iterator[EffortLine]:
    """No line where nothing is known of the source and all its indicators say themselves what work they make."""
    users = [each for each in wanted if origin.key in {one.key for one in each.origins}]
    hours = hours_a_year(origin.supply)
    if hours is not None:
        codes = tuple(each.selection.code for each in users)
        yield EffortLine(origin.name, hours, codes, source=origin.key, basis=origin.supply.effort_basis)
    elif left := [each.selection.code for each in users if not _says_itself(each)]:
        yield EffortLine(origin.name, None, tuple(left), _why_unknown(origin.supply), source=origin.key)


def _says_itself(each: Prospect) -> bool:
    """Whether the indicator's own hours count: it has some, and no source of it names any."""
    silent = all(origin.supply.effort_hours is None for origin in each.origins)
    return silent and each.selection.effort_hours is not None


def _own(wanted: tuple[Prospect, ...]) -> Iterator[EffortLine]:
    """What an indicator makes itself: where no source of it says anything, its own hours count."""
    for each in wanted:
        if _says_itself(each):
            yield EffortLine(each.definition.name, each.selection.effort_hours, (each.selection.code,), own=True)
        elif not each.origins:
            reason = "keine Quelle und keine eigene Angabe"
            yield EffortLine(each.definition.name, None, (each.selection.code,), reason, own=True)


def hours_a_year(supply: Supply) -> Decimal | None:
    """Hours for one delivery × deliveries a year; None where one of them is not known.

    >>> from mehrklang.catalogue import Cadence
    >>> hours_a_year(Supply(effort_hours=Decimal("2.5"), cadence=Cadence.MONTHLY))
    Decimal('30.0')
    """
    times = deliveries_a_year(supply)
    return None if supply.effort_hours is None or times is None else supply.effort_hours * times


def _why_unknown(supply: Supply) -> str:
    if supply.effort_hours is None:
        return "noch nicht geschätzt"
    each = f"{format_exact(supply.effort_hours)} Stunden je Lieferung"
    if supply.cadence is None:
        return f"{each}, Turnus nicht bekannt"
    return f"{each}, {supply.cadence.label}"
