"""Gemeindeverzeichnis (GV-ISys): the workbook of all Gemeinden with AGS, ARS, what they lie in, their population."""

from mehrklang.sources.gemeindeverzeichnis.reader import looks_like_register, read_register
from mehrklang.sources.layout import Layout

LAYOUT = Layout(
    "gemeindeverzeichnis", "Gemeindeverzeichnis (Arbeitsmappe)", fits=looks_like_register, read=read_register
)

__all__ = ["LAYOUT"]
