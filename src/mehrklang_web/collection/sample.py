"""What a sample file says of a source's files: its columns, measures, features and categories, as a proposal.

The figures of the file are not kept, nor is the file.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from mehrklang.catalogue import (
    ColumnMeaning,
    FeatureDefinition,
    FileColumn,
    SourceContents,
    SourceFeature,
    SourceMeasure,
)
from mehrklang.sources import Profile, Reading, propose, read, recognise
from mehrklang.vocabulary import Observation, Period, Unit

MOST_CATEGORIES = 60
"""A feature with more of them has no list that anybody reads through; what tells each row apart is no feature."""
_PERIODS = frozenset({ColumnMeaning.PERIOD, ColumnMeaning.VALUE_BY_PERIOD})
_GENERAL = ("", "printed")
_ONLY = "werte"
"""The proposed name of what is measured where the file has no head for it."""
_SOME_YEAR = Period.parse("2000")
"""Stands for the period of a sample that names none; nothing of it is kept."""


@dataclass(frozen=True, slots=True)
class Sample:
    """The proposal, and in German what the office should look at."""

    contents: SourceContents
    hints: tuple[str, ...] = ()


def sample_of(path: Path, area: str, definitions: Mapping[str, FeatureDefinition]) -> Sample | None:
    """The proposal for a file; None if nothing in it looks like a table. `area` is the municipality's key, for files
    that name no area.
    """
    kind = recognise(path)
    if kind not in _GENERAL:
        return _proposal(read(path), SourceContents(file_kind=kind), definitions)
    draft = propose(path)
    if draft is None or not draft.profile.values:
        return None
    whole = replace(draft.profile, area=area, unit=draft.profile.unit or Unit.COUNT.value)
    named = replace(whole, values=tuple(replace(each, measure=each.column or _ONLY) for each in whole.values))
    reading = read(path, profile=named, period=None if named.period_column else _SOME_YEAR)
    return _proposal(reading, SourceContents(columns=_columns(named)), definitions)


def merged(typed: SourceContents, proposed: SourceContents) -> SourceContents:
    """What is typed stays; of the proposal comes in what is not there yet. The columns are those of the file.

    >>> counted = SourceMeasure("kinder", Unit.COUNT)
    >>> merged(SourceContents("Alle", (counted,)), SourceContents(measures=(counted,), file_kind="tidy")).population
    'Alle'
    """
    measures = {each.name: each for each in (*proposed.measures, *typed.measures)}
    features = {each.name: each for each in proposed.features}
    for each in typed.features:
        found = features.get(each.name, each)
        categories = tuple(dict.fromkeys((*each.categories, *found.categories)))
        features[each.name] = SourceFeature(each.name, categories, each.definition or found.definition)
    return replace(
        proposed, population=typed.population, measures=tuple(measures.values()), features=tuple(features.values())
    )


def _proposal(reading: Reading, frame: SourceContents, definitions: Mapping[str, FeatureDefinition]) -> Sample | None:
    if not reading.observations:
        return None
    units: dict[str, Unit] = {}
    for each in reading.observations:
        units.setdefault(each.measure, each.unit)
    heads = [column.head for column in frame.columns]
    found = _categories(reading.observations)
    categories = {name: found[name] for name in sorted(found, key=lambda name: name in heads and heads.index(name))}
    kept = {name: found for name, found in categories.items() if len(found) <= MOST_CATEGORIES}
    features = tuple(SourceFeature(name, tuple(found), _usual(name, definitions)) for name, found in kept.items())
    contents = replace(
        frame,
        measures=tuple(SourceMeasure(name, unit) for name, unit in units.items()),
        features=features,
        columns=tuple(_unless_left_out(column, categories.keys() - kept.keys()) for column in frame.columns),
    )
    return Sample(contents, tuple(_hints(contents, categories.keys() - kept.keys(), definitions)))


def _categories(observations: Iterable[Observation]) -> dict[str, dict[str, None]]:
    """The categories of each feature in the order in which they come."""
    found: dict[str, dict[str, None]] = {}
    for each in observations:
        for feature, category in each.breakdown.pairs:
            found.setdefault(feature, {})[category] = None
    return found


def _columns(profile: Profile) -> tuple[FileColumn, ...]:
    meanings = {
        profile.area_column: ColumnMeaning.AREA,
        profile.name_column: ColumnMeaning.AREA_NAME,
        profile.period_column: ColumnMeaning.PERIOD,
        profile.unit_column: ColumnMeaning.UNIT,
        profile.measure_column: ColumnMeaning.MEASURE,
        profile.comment_column: ColumnMeaning.COMMENT,
        **dict.fromkeys(profile.features, ColumnMeaning.FEATURE),
    }
    said = (FileColumn(head, meaning) for head, meaning in meanings.items() if head)
    values = (
        FileColumn(each.column, ColumnMeaning.VALUE, each.column)
        if each.column
        else FileColumn("Jahre", ColumnMeaning.VALUE_BY_PERIOD)
        for each in profile.values
    )
    return (*said, *values)


def _unless_left_out(column: FileColumn, left_out: Iterable[str]) -> FileColumn:
    return replace(column, meaning=ColumnMeaning.UNUSED) if column.head in left_out else column


def _usual(feature: str, definitions: Mapping[str, FeatureDefinition]) -> str:
    """The key of the definition of that feature if the catalogue has exactly one."""
    fitting = _fitting(feature, definitions)
    return fitting[0] if len(fitting) == 1 else ""


def _fitting(feature: str, definitions: Mapping[str, FeatureDefinition]) -> list[str]:
    wanted = feature.casefold().replace("ä", "ae").replace("ö", "oe").replace("ü", "ue").replace(" ", "-")
    return [key for key, each in definitions.items() if each.feature == wanted]


def _hints(
    contents: SourceContents, left_out: Iterable[str], definitions: Mapping[str, FeatureDefinition]
) -> Iterable[str]:
    for name in sorted(left_out):
        yield f"„{name}“ hat mehr als {MOST_CATEGORIES} verschiedene Einträge und ist als Merkmal weggelassen."
    for each in contents.features:
        if len(_fitting(each.name, definitions)) > 1:
            yield f"Zu „{each.name}“ gibt es mehrere Definitionen. Bitte wählen Sie unten, welche diese Quelle meint."
    if contents.columns and _PERIODS.isdisjoint(column.meaning for column in contents.columns):
        yield "Die Datei nennt keinen Zeitraum. Er wird dann bei jeder Lieferung angegeben."
