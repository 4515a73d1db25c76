"""Figures of an old area under the key of the area that it was merged into."""

from collections.abc import Sequence
from dataclasses import replace

from mehrklang.sources.faults import Faults
from mehrklang.sources.register import MERGERS, REGISTER, Merger
from mehrklang.vocabulary import Observation, Period


def separate_merged(observations: Sequence[Observation], faults: Faults) -> tuple[Observation, ...]:
    """The observations with the key of the old area, where a period still lists another part of the merger.

    A period that has a row of its own for Osterode am Harz (03156, merged into 03159 Göttingen on 1 November 2016)
    cannot mean the new Göttingen: its row is the old one (03152). Told once per period, never done in silence.
    """
    result = tuple(observations)
    for merger in MERGERS:
        result = _separate(result, merger, faults)
    return result


def _separate(observations: tuple[Observation, ...], merger: Merger, faults: Faults) -> tuple[Observation, ...]:
    parts = _parts_by_period(observations, merger)
    meant = {period: _missing(merger, found) for period, found in parts.items() if len(found) == len(merger.old) - 1}
    if not meant:
        return observations
    return tuple(_rename(one, merger, meant, parts, faults) for one in observations)


def _parts_by_period(observations: tuple[Observation, ...], merger: Merger) -> dict[Period, set[str]]:
    parts: dict[Period, set[str]] = {}
    for one in observations:
        if one.area in merger.old and one.period.start < merger.since:
            parts.setdefault(one.period, set()).add(one.area)
    return parts


def _missing(merger: Merger, found: set[str]) -> str:
    [missing] = set(merger.old) - found
    return missing


def _rename(
    one: Observation, merger: Merger, meant: dict[Period, str], parts: dict[Period, set[str]], faults: Faults
) -> Observation:
    if one.area != merger.new or one.period not in meant:
        return one
    old = meant[one.period]
    faults.add(
        "L-GEBIET-11",
        line=one.cell.line,
        zeitraum=one.period.label,
        teil=", ".join(REGISTER[part].name for part in sorted(parts[one.period])),
        neu=merger.new,
        alt=old,
    )
    return replace(one, area=old)
