"""Whether a definition that did not come from a file would be accepted from one."""

from collections.abc import Iterator

from mehrklang.catalogue.catalogue import Catalogue
from mehrklang.catalogue.checks.definition import faults_in_definition
from mehrklang.catalogue.checks.fault import Fault
from mehrklang.catalogue.checks.references import (
    faults_in_derivation,
    faults_in_features_named,
    faults_in_matches,
    faults_in_sources_named,
    faults_in_tightening,
)
from mehrklang.catalogue.definition import IndicatorDefinition
from mehrklang.vocabulary import Issue, Severity


def faults_of(definition: IndicatorDefinition, catalogue: Catalogue) -> tuple[Issue, ...]:
    """Every contradiction inside of it and with the catalogue that it stands in, as the loader would tell it.

    >>> from dataclasses import replace
    >>> from mehrklang.catalogue import load
    >>> from mehrklang.vocabulary import Unit
    >>> wrong = replace(load().indicator("einbuergerungsquote"), unit=Unit.COUNT)
    >>> [each.code for each in faults_of(wrong, load())]
    ['K-EINHEIT-01']
    """
    return tuple(
        Issue(fault.code, Severity.ERROR, fault.message, fault.remedy, key=".".join(map(str, fault.at)))
        for fault in _faults(definition, catalogue)
    )


def _faults(definition: IndicatorDefinition, catalogue: Catalogue) -> Iterator[Fault]:
    yield from faults_in_definition(definition)
    yield from faults_in_sources_named(definition, catalogue.sources)
    yield from faults_in_features_named(definition, catalogue.definitions)
    yield from faults_in_derivation(definition, catalogue.indicators)
    yield from faults_in_matches(definition, catalogue.indicators)
    yield from faults_in_tightening(definition, catalogue.rule_sets, catalogue.sources, catalogue.indicators)
