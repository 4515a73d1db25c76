"""A feature in one exact definition: what "Migrationshintergrund" means in this source, and since when."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FeatureDefinition:
    """One definition of a feature (Merkmal).

    Promise: `key` is unique; several definitions share one `feature` ("migrationshintergrund") and are still different
    features: whether two may be compared says `Catalogue.comparability`, never the name. `since` and `until` are in
    words, because most definitions have more than one date.
    """

    key: str
    feature: str
    name: str
    text: str
    used_by: tuple[str, ...]
    since: str = ""
    until: str = ""
    notes: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
