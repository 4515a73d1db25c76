"""All that a file of any kind tells: its text, the parts of an archive and their names, and its metadata."""

import io
import shutil
import subprocess
import zipfile
from pathlib import Path

import pikepdf


def told(content: bytes, folder: Path) -> str:
    """Plain text of bytes as somebody curious would read them: archives (zip, docx, xlsx) part by part, PDF as text."""
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = [
                f"{each.filename} {each.comment!r} {told(archive.read(each), folder)}" for each in archive.infolist()
            ]
            return f"{archive.comment!r} " + "\n".join(parts)
    if content.startswith(b"%PDF"):
        return _of_pdf(content, folder)
    return content.decode("utf-8", errors="replace")


def _of_pdf(content: bytes, folder: Path) -> str:
    """Metadata, every string of every object (alternative texts too), and the printed words where a tool is there."""
    path = folder / "gelesen.pdf"
    path.write_bytes(content)
    with pikepdf.open(path) as opened:
        words = [f"{opened.docinfo!r} {opened.open_metadata()}"]
        words += [str(value) for each in opened.objects for value in _strings(each)]
    if shutil.which("pdftotext"):
        tool = ["pdftotext", "-layout", str(path), "-"]
        words.append(subprocess.run(tool, capture_output=True, text=True, check=True).stdout)  # noqa: S603 — a fixed tool on a file of the test
    return "\n".join(words)


def _strings(each: object) -> list[pikepdf.Object]:
    if isinstance(each, pikepdf.String):
        return [each]
    if isinstance(each, pikepdf.Dictionary | pikepdf.Array):
        values = each.values() if isinstance(each, pikepdf.Dictionary) else list(each)
        return [value for value in values if isinstance(value, pikepdf.String)]
    return []
