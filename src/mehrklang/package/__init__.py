"""The portable monitoring: a folder that a person can read and edit, and that the program reads and writes.

Organisation, goals, selected indicators with targets, data references and interpretations, as commented TOML and
Markdown (Handbuch, "Ein Monitoring als Ordner"). `parts` holds one file per part of the folder, `checks` what has to
fit together, `needs` what the municipality lacks and from whom. No figure is computed here, and no data file is read
beyond its checksum.
"""

from mehrklang.package.agreed import further_signed, further_version, signed_by, target_version, versions_of
from mehrklang.package.checksum import checksum, data_version
from mehrklang.package.difference import Difference, differences
from mehrklang.package.monitoring import (
    KEY_KIND,
    DataReference,
    FurtherTarget,
    Monitoring,
    Publication,
    Selection,
    Steerable,
)
from mehrklang.package.needs import DataNeed, Lack, Outstanding, data_needs
from mehrklang.package.needs_csv import needs_csv
from mehrklang.package.reading import FolderReading, read_folder
from mehrklang.package.writing import write_folder
from mehrklang.planning import Goal

__all__ = [
    "KEY_KIND",
    "DataNeed",
    "DataReference",
    "Difference",
    "FolderReading",
    "FurtherTarget",
    "Goal",
    "Lack",
    "Monitoring",
    "Outstanding",
    "Publication",
    "Selection",
    "Steerable",
    "checksum",
    "data_needs",
    "data_version",
    "differences",
    "further_signed",
    "further_version",
    "needs_csv",
    "read_folder",
    "signed_by",
    "target_version",
    "versions_of",
    "write_folder",
]
