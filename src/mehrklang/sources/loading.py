"""From a file's bytes to its content: unpacked, and decoded to text or to the sheets of a workbook."""

from pathlib import Path

from mehrklang.sources.archive import ZIP, open_archive
from mehrklang.sources.decoding import decode
from mehrklang.sources.faults import Faults
from mehrklang.sources.layout import Content
from mehrklang.sources.workbook import SIGNATURES, read_workbook
from mehrklang.vocabulary import Period

MOST_BYTES = 128 * 1024**2
"""Larger files do not go through memory; tables in table form are then read by columns (`tidy.columnar`)."""


def load_content(path: Path, period: Period | None, faults: Faults, *, sheet: str = "") -> Content | None:
    """The file, unpacked and decoded; None, with an issue, if that cannot be. Asked for a `sheet`, only that one."""
    try:
        if path.stat().st_size > MOST_BYTES:
            faults.add("L-DATEI-09", groesse=path.stat().st_size // 1024**2, grenze=MOST_BYTES // 1024**2)
            return None
        data = path.read_bytes()
    except FileNotFoundError:
        faults.add("L-DATEI-01", grund="Es gibt sie nicht")
    except OSError as error:
        faults.add("L-DATEI-01", grund=type(error).__name__)
    else:
        return _content(data, period, faults, sheet)
    return None


def _content(data: bytes, period: Period | None, faults: Faults, sheet: str) -> Content | None:
    """The decoded content; None, with an issue, if there is none."""
    unpacked = open_archive(data, faults) if data.startswith(ZIP) else data
    if unpacked is None:
        return None
    if unpacked.startswith(SIGNATURES):
        sheets = read_workbook(unpacked, faults, sheet)
        return Content(faults.file, sheets=sheets, period=period) if sheets or not faults else None
    decoded = decode(unpacked)
    if decoded is None:
        faults.add("L-DATEI-03", grund="Die Datei enthält Bytes, die kein Text sind")
        return None
    return Content(faults.file, text=decoded.text, legacy=decoded.encoding == "cp1252", period=period)
