"""Umsteigeschlüssel: how much of an old area lies in a new one. The workbook for Kreise (BBSR), one sheet per source
year, and the office's own table of areas and shares (`own`).

Not observations: the reading holds `apportionments`. What one does with them is the room `territory`.
"""

from mehrklang.sources.layout import Layout
from mehrklang.sources.umsteigeschluessel.reader import looks_like_key, read_key

LAYOUT = Layout(
    "umsteigeschluessel", "Umsteigeschlüssel (Kreise des BBSR oder eigene Anteile)", fits=looks_like_key, read=read_key
)

__all__ = ["LAYOUT"]
