"""Zip archives: a packed table is unpacked, a workbook (a zip archive too) is let through, a bomb is refused."""

import zlib
from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from mehrklang.sources.faults import Faults

ZIP = b"PK\x03\x04"

_MOST = 128 * 1024**2
_HARMLESS = 10 * 1024**2
_MOST_RATIO = 200
_CHUNK = 1024**2
_WORKBOOK_PARTS = frozenset({"[Content_Types].xml", "content.xml"})
DAMAGED = (BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError, NotImplementedError, IndexError)
"""What Python raises at a damaged, encrypted or strangely packed archive."""


def open_archive(data: bytes, faults: Faults) -> bytes | None:
    """The one file that an archive holds; of a workbook the workbook itself; None, with an issue, if it is refused.

    An archive is refused if its content exceeds 128 MiB, or 10 MiB and 200 times its packed size (tables pack down to
    about a fiftieth, bombs to a thousandth). The sizes are proved by unpacking, never believed.
    """
    try:
        with ZipFile(BytesIO(data)) as archive:
            return _content(archive, data, faults)
    except DAMAGED as error:
        faults.add("L-DATEI-03", grund=f"Archiv oder Arbeitsmappe beschädigt ({type(error).__name__})")
        return None


def _content(archive: ZipFile, data: bytes, faults: Faults) -> bytes | None:
    members = [member for member in archive.infolist() if not member.is_dir()]
    size = sum(member.file_size for member in members)
    if size > _MOST or size > max(_HARMLESS, _MOST_RATIO * len(data)):
        faults.add("L-DATEI-07", gepackt=_megabytes(len(data)), ausgepackt=_megabytes(size))
        return None
    if _WORKBOOK_PARTS & {member.filename for member in members}:
        for member in members:
            _prove(archive, member)
        return data
    if len(members) != 1:
        faults.add("L-DATEI-08", anzahl=len(members))
        return None
    return archive.read(members[0])


def _prove(archive: ZipFile, member: ZipInfo) -> None:
    """Unpacks a member piece by piece: more bytes than announced, or other ones, are an error of the archive."""
    with archive.open(member) as stream:
        while stream.read(_CHUNK):
            pass


def _megabytes(size: int) -> str:
    return str(max(1, size // 1024**2))
