"""Files too large for memory: read by columns inside the store's engine, checked, and frozen there."""

from pathlib import Path

from mehrklang.package import DataReference
from mehrklang.sources.faults import Faults
from mehrklang.sources.regular import RegularFile, survey
from mehrklang.sources.tidy.columnar import ColumnReading, read_columns
from mehrklang.sources.tidy.columns import VALUE
from mehrklang.store import IrregularError, Store
from mehrklang.vocabulary import Finality, Material

LARGE = 16 * 1024**2
"""From this size on files in table form are read by columns; smaller ones are read as fast in the ordinary way."""


def regular(path: Path, reference: DataReference) -> RegularFile | None:
    """The build of a large file in table form; None for any file that is read in the ordinary way."""
    large = path.is_file() and path.stat().st_size >= LARGE
    if not large or reference.kind not in ("", "tidy") or reference.profile is not None:
        return None
    if reference.finality is not Finality.UNSTATED:
        return None
    return survey(path)


def freeze_large(file: RegularFile, source: str, material: Material, store: Store) -> tuple[ColumnReading, str] | None:
    """What was read, and the key of the frozen delivery ("" if there is an error); None if the file is not regular."""
    path = file.shape.path
    try:
        with store.open_large(file.shape) as table:
            reading = read_columns(table, file.heads, material, Faults(path.name))
            if not reading.usable:
                return reading, ""
            key = table.freeze(material=material, source=source, sha256=file.sha256, name=path.name, column=VALUE)
            return reading, key
    except IrregularError:
        return None
