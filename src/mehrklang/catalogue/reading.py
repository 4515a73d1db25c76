"""From files to entries: reads all files of one layer, checks them against the layer below, and keeps what is sound."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from types import MappingProxyType
from typing import Generic, TypeVar

from mehrklang.catalogue.breaks import Break
from mehrklang.catalogue.catalogue import Catalogue
from mehrklang.catalogue.checks.contents import faults_in_amounts, faults_in_contents
from mehrklang.catalogue.checks.definition import faults_in_definition, faults_in_key
from mehrklang.catalogue.checks.fault import Fault
from mehrklang.catalogue.checks.references import (
    faults_in_derivation,
    faults_in_features_named,
    faults_in_matches,
    faults_in_pair,
    faults_in_rule_set_named,
    faults_in_sources_named,
    faults_in_tightening,
)
from mehrklang.catalogue.checks.rules import faults_in_rule_set
from mehrklang.catalogue.checks.supply import faults_in_supply
from mehrklang.catalogue.comparability import ComparedPair
from mehrklang.catalogue.definition import IndicatorDefinition
from mehrklang.catalogue.feature_definition import FeatureDefinition
from mehrklang.catalogue.files import Files, open_files
from mehrklang.catalogue.forms.breaks import break_from
from mehrklang.catalogue.forms.indicator import indicator_from
from mehrklang.catalogue.forms.named import described_from, named_from
from mehrklang.catalogue.forms.registers import feature_definition_from, pair_from, source_from
from mehrklang.catalogue.forms.rules import rule_set_from
from mehrklang.catalogue.named import NamedCatalogue
from mehrklang.catalogue.rules import RuleSet
from mehrklang.catalogue.source import Source
from mehrklang.catalogue.table import Table

Entry = TypeVar("Entry")

NOTHING = Catalogue({}, {}, {}, {}, {}, ())
_KEYS = ("code", "nummer", "katalog")
"""What names an entry; all others have a `schluessel`."""


@dataclass(frozen=True, slots=True)
class Placed(Generic[Entry]):
    """An entry and the table that it was read from, so that later faults find their line."""

    key: str
    entry: Entry
    table: Table

    def report(self, faults: Iterable[Fault]) -> None:
        """Puts file and line to the faults; where a value itself is wrong, nothing is concluded from it."""
        if self.table.has_wrong_values:
            return
        for fault in faults:
            self.table.fault(fault.code, fault.message, fault.remedy, *fault.at)


@dataclass(frozen=True, slots=True)
class Layer:
    """Everything that the files of one layer hold, faults included."""

    breaks: tuple[Placed[Break], ...]
    definitions: tuple[Placed[FeatureDefinition], ...]
    pairs: tuple[Placed[ComparedPair], ...]
    rule_sets: tuple[Placed[RuleSet], ...]
    sources: tuple[Placed[Source], ...]
    named: tuple[Placed[NamedCatalogue], ...]
    indicators: tuple[Placed[IndicatorDefinition], ...]


def read_layer(places: tuple[Traversable, ...], below: Catalogue) -> Catalogue:
    """The entries of the files on top of the catalogue `below`; a file with a fault is left out as a whole."""
    return read_files(open_files(places), below)


def read_files(files: Files, below: Catalogue) -> Catalogue:
    """As `read_layer`, of files that are open already."""
    layer = _layer_of(files.tables, below)
    for table in (table for group in files.tables.values() for table in group):
        table.finish()
    _check(layer, below)
    issues = [issue for of_one_file in files.issues for issue in of_one_file]
    return Catalogue(
        indicators=_merged(below.indicators, layer.indicators),
        sources=_merged(below.sources, layer.sources),
        definitions=_merged(below.definitions, layer.definitions),
        rule_sets=_merged(below.rule_sets, layer.rule_sets),
        breaks=_merged(below.breaks, layer.breaks),
        named=_merged(below.named, layer.named),
        pairs=below.pairs + tuple(pair.entry for pair in layer.pairs if not pair.table.issues),
        issues=tuple(sorted(issues, key=lambda issue: (issue.file, issue.line))),
    )


def _layer_of(tables: Mapping[str, tuple[Table, ...]], below: Catalogue) -> Layer:
    breaks = tuple(
        Placed(row.text("schluessel", required=True), break_from(row), row) for row in _rows(tables, "bruch")
    )
    register = {**below.breaks, **_by_key(breaks)}
    return Layer(
        breaks=breaks,
        definitions=_placed(_rows(tables, "definition"), feature_definition_from, lambda entry: entry.key),
        pairs=_placed(
            _rows(tables, "vergleich"), pair_from, lambda pair: " / ".join(sorted((pair.first, pair.second)))
        ),
        rule_sets=_placed(_rows(tables, "regelsatz"), rule_set_from, lambda entry: entry.key),
        sources=_placed(tables["schluessel"], source_from, lambda entry: entry.key),
        named=_placed(tables["katalog"], named_from, lambda entry: entry.key),
        indicators=(
            *_placed(tables["code"], lambda table: indicator_from(table, register), lambda entry: entry.code),
            *(placed for table in tables["katalog"] for placed in _described(table)),
        ),
    )


def _described(table: Table) -> tuple[Placed[IndicatorDefinition], ...]:
    """The indicators of a named catalogue."""
    key = table.text("katalog")
    return _placed(table.rows("indikator"), lambda row: described_from(row, key), lambda entry: entry.code)


def _rows(tables: Mapping[str, tuple[Table, ...]], kind: str) -> Iterator[Table]:
    """The entries of the files that hold many: one per repeated table."""
    for table in tables[kind]:
        yield from table.rows(kind)


def _placed(
    tables: Iterable[Table], form: Callable[[Table], Entry], key: Callable[[Entry], str]
) -> tuple[Placed[Entry], ...]:
    entries = ((form(table), table) for table in tables)
    return tuple(Placed(key(entry), entry, table) for entry, table in entries)


def _check(layer: Layer, below: Catalogue) -> None:
    """Notes every fault beyond the form. References are checked against faulty entries too: one fault, one message."""
    _keys_once(layer, below)
    indicators = {**below.indicators, **_by_key(layer.indicators)}
    sources = {**below.sources, **_by_key(layer.sources)}
    definitions = {**below.definitions, **_by_key(layer.definitions)}
    rule_sets = {**below.rule_sets, **_by_key(layer.rule_sets)}
    for indicator in layer.indicators:
        indicator.report(faults_in_definition(indicator.entry))
        indicator.report(faults_in_sources_named(indicator.entry, sources))
        indicator.report(faults_in_features_named(indicator.entry, definitions))
        indicator.report(faults_in_derivation(indicator.entry, indicators))
        indicator.report(faults_in_matches(indicator.entry, indicators))
        indicator.report(faults_in_tightening(indicator.entry, rule_sets, sources, indicators))
    for named in layer.named:
        named.report(faults_in_key(named.entry.key, "katalog"))
    for source in layer.sources:
        source.report(faults_in_rule_set_named(source.entry, rule_sets))
        source.report(faults_in_supply(source.entry.supply, definitions))
        source.report(faults_in_contents(source.entry.contents, definitions))
        source.report(faults_in_amounts(source.entry, rule_sets))
    for rules in layer.rule_sets:
        rules.report(faults_in_rule_set(rules.entry))
    for pair in layer.pairs:
        pair.report(faults_in_pair(pair.entry, definitions))


def _keys_once(layer: Layer, below: Catalogue) -> None:
    pairs = {" / ".join(sorted((pair.first, pair.second))) for pair in below.pairs}
    _once(layer.breaks, set(below.breaks))
    _once(layer.definitions, set(below.definitions))
    _once(layer.pairs, pairs)
    _once(layer.rule_sets, set(below.rule_sets))
    _once(layer.sources, set(below.sources))
    _once(layer.named, set(below.named))
    _once(layer.indicators, set(below.indicators))


def _once(entries: tuple[Placed[Entry], ...], taken: set[str]) -> None:
    for placed in entries:
        if placed.key and placed.key in taken:
            message = f"„{placed.key}“ ist schon vergeben."
            remedy = "Wählen Sie einen anderen Code; was im Katalog steht, lässt sich nicht überschreiben."
            at = next((key for key in _KEYS if key in placed.table), "schluessel")
            placed.table.fault("K-CODE-01", message, remedy, at)
        taken.add(placed.key)


def _by_key(entries: tuple[Placed[Entry], ...]) -> dict[str, Entry]:
    return {placed.key: placed.entry for placed in entries}


def _merged(below: Mapping[str, Entry], entries: tuple[Placed[Entry], ...]) -> Mapping[str, Entry]:
    own = {placed.key: placed.entry for placed in entries if not placed.table.issues}
    return MappingProxyType({**below, **own})
