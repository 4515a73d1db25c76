"""The data-need list (Datenbedarf): which figures the municipality lacks, from whom, and what it needs them for."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from mehrklang.catalogue import Access, Authority, Binding, Catalogue, IndicatorDefinition, Supply
from mehrklang.package.chosen import bindings_of, sources_of
from mehrklang.package.monitoring import Monitoring, Selection
from mehrklang.package.reach import main_reach, part_level, reach_of
from mehrklang.vocabulary import Period


class Lack(Enum):
    """Why figures are missing, in German as the list shows it."""

    REFUSED = "Der Zugang ist verweigert."
    STATISTICS_ONLY = "Nur eine abgeschottete Statistikstelle darf die Daten haben."
    TOO_COARSE = "Für das eigene Gebiet gibt es keine Werte."
    NO_SOURCE = "Keine Quelle liefert die Daten; sie müssten erhoben oder angefordert werden."
    NOT_DELIVERED = "Es liegt noch keine Lieferung vor."
    LATE = "Die zugesagte oder erwartete Lieferung ist überfällig."
    NO_SMALL_AREAS = "Kleinräumige Werte fehlen."


@dataclass(frozen=True, slots=True)
class Outstanding:
    """A delivery that should have come by `due`, or that was `refused`; `note` says what is known about it."""

    source: str
    period: Period
    due: date | None
    refused: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class DataNeed:
    """One line of the list.

    `holder` is whom to ask, `authority` whose task it is (None: not known), `breakdown` how the figures would have to
    be split, `goals` and `why` what they are needed for. `detail` adds to the lack what is known of this case.
    """

    code: str
    name: str
    lack: Lack
    source: str
    holder: str
    authority: Authority | None
    breakdown: str
    goals: tuple[str, ...]
    why: str
    detail: str = ""


def data_needs(
    monitoring: Monitoring, catalogue: Catalogue, *, outstanding: tuple[Outstanding, ...] = ()
) -> tuple[DataNeed, ...]:
    """What is lacking, in the order of the selection; an indicator with several lacks has several lines.

    `catalogue` is the packaged one; the monitoring's own indicators, sources and conditions stand on top of it. A
    source counts as delivered when the monitoring has a file of it. Of an indicator that several sources could give,
    the first delivered one counts, otherwise the first.
    """
    known = _Known(monitoring, catalogue, outstanding)
    return tuple(need for chosen in monitoring.selection for need in known.of(chosen))


class _Known:
    """Definitions, conditions and what has been delivered, looked up while the list is made."""

    def __init__(self, monitoring: Monitoring, catalogue: Catalogue, outstanding: tuple[Outstanding, ...]) -> None:
        self._monitoring = monitoring
        own = {definition.code: definition for definition in monitoring.own_indicators}
        self._definitions: Mapping[str, IndicatorDefinition] = {**catalogue.indicators, **own}
        self._sources = {**catalogue.sources, **{source.key: source for source in monitoring.own_sources}}
        self._delivered = {reference.source for reference in monitoring.data}
        self._goals = {goal.key: goal.title for goal in monitoring.goals}
        self._outstanding = outstanding

    def of(self, chosen: Selection) -> Iterator[DataNeed]:
        """The lacks of one chosen indicator."""
        definition = self._definitions.get(chosen.code)
        if definition is None:
            return
        bindings = bindings_of(chosen, self._definitions)
        if not bindings:
            yield self._without_source(chosen, definition)
            return
        binding = next((each for each in bindings if each.source in self._delivered), bindings[0])
        for key in sources_of(binding):
            if key not in self._sources:
                continue
            breakdown = ", ".join(dict.fromkeys(group.label for group in binding.groups))
            for lack, detail in self._lacks(key, definition, binding):
                plain = self._without_source(chosen, definition)
                yield replace(self._from(key, plain), lack=lack, breakdown=breakdown, detail=detail)

    def _lacks(self, key: str, definition: IndicatorDefinition, binding: Binding) -> Iterator[tuple[Lack, str]]:
        """What stands between the municipality and this source."""
        supply, delivered = self._supply(key), key in self._delivered
        if supply.access is Access.REFUSED:
            yield Lack.REFUSED, ""
        elif not delivered:
            yield self._not_delivered(supply), ""
        for each in self._outstanding:
            if each.source == key:
                yield (Lack.REFUSED if each.refused else Lack.LATE), _told(each)
        parts = part_level(self._monitoring)
        wanted = "sozialraum" in definition.features or binding.level is not None
        if wanted and parts and supply.level and reach_of(supply.level) < reach_of(parts):
            yield Lack.NO_SMALL_AREAS, f"nach Teilgebieten ({parts.plural})"

    def _not_delivered(self, supply: Supply) -> Lack:
        main = main_reach(self._monitoring)
        if supply.access is Access.STATISTICS_ONLY:
            return Lack.STATISTICS_ONLY
        too_coarse = supply.level is not None and main is not None and reach_of(supply.level) < main
        return Lack.TOO_COARSE if too_coarse else Lack.NOT_DELIVERED

    def _supply(self, key: str) -> Supply:
        return self._sources[key].supply.overlaid(self._monitoring.supplies.get(key, Supply()))

    def _without_source(self, chosen: Selection, definition: IndicatorDefinition) -> DataNeed:
        return DataNeed(
            code=chosen.code,
            name=definition.name,
            lack=Lack.NO_SOURCE,
            source=definition.source,
            holder="",
            authority=None,
            breakdown=definition.population,
            goals=tuple(self._goals[goal] for goal in chosen.goals if goal in self._goals),
            why=chosen.why,
        )

    def _from(self, key: str, need: DataNeed) -> DataNeed:
        """The need, with who has the figures of this source."""
        source, supply = self._sources[key], self._supply(key)
        holder = supply.holder or source.producer
        return replace(need, source=source.name, holder=holder, authority=supply.authority)


def _told(each: Outstanding) -> str:
    """ "2025: erwartet bis 15.07.2026; zugesagt" """
    expected = f"erwartet bis {each.due:%d.%m.%Y}" if each.due and not each.refused else ""
    said = "; ".join(part for part in (expected, each.note) if part)
    return f"{each.period.label}: {said}" if said else each.period.label
