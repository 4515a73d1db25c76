"""What is known in this municipality about indicators and sources, to be looked up while weighing."""

from collections.abc import Mapping
from dataclasses import dataclass

from mehrklang.catalogue import FeatureDefinition, IndicatorDefinition, Source, Supply


@dataclass(frozen=True, slots=True)
class Situation:
    """Definitions by code, sources and feature definitions by key: the packaged ones and the own ones on top.

    `supplies` are the conditions that hold here, by source (left out: those of the source itself). `delivered`,
    `promised` and `refused` are keys of sources of which a file is there, or of which that was the last word. `area` is
    the key of the municipality ("": any): a source that holds for another Land alone gives nothing here.
    """

    definitions: Mapping[str, IndicatorDefinition]
    sources: Mapping[str, Source]
    features: Mapping[str, FeatureDefinition]
    supplies: Mapping[str, Supply]
    delivered: frozenset[str] = frozenset()
    promised: frozenset[str] = frozenset()
    refused: frozenset[str] = frozenset()
    area: str = ""

    def supply(self, key: str) -> Supply:
        """The conditions of a source that hold here."""
        usual = self.sources[key].supply if key in self.sources else Supply()
        return self.supplies.get(key, usual)
