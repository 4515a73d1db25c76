"""Which school year a year of a classic table means: only a footnote tells."""

import re
from collections.abc import Sequence
from dataclasses import replace

from mehrklang.sources.faults import Faults
from mehrklang.sources.notes import SourceNotes
from mehrklang.vocabulary import Observation, Period, PeriodKind

_ENDS = re.compile(r"Jahr[\s,]+in\s+dem\s+das\s+Schuljahr\s+(endet|beginnt)")


def read_school_years(
    observations: Sequence[Observation], notes: SourceNotes, faults: Faults
) -> tuple[Observation, ...]:
    """The observations with school years, where a footnote says in which year of the two they end or begin; told."""
    said = next((match[1] for note in notes.footnotes if (match := _ENDS.search(note))), "")
    if not said:
        return tuple(observations)
    known: dict[Period, Period] = {}
    for one in observations:
        if one.period.kind is PeriodKind.YEAR and one.period not in known:
            known[one.period] = _school_year(one.period.year - (said == "endet"))
            faults.add("L-ZEIT-03", jahr=one.period.label, verb=said, schuljahr=known[one.period].label)
    return tuple(replace(one, period=known.get(one.period, one.period)) for one in observations)


def _school_year(first: int) -> Period:
    return Period.parse(f"{first:04d}/{(first + 1) % 100:02d}")
