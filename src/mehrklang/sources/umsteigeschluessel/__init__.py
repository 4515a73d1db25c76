"""Umsteigeschlüssel Kreise (BBSR): how much of an old Kreis lies in a new one, one sheet per source year.

Not observations: the reading holds `apportionments`. What one does with them is the room `territory`.
"""

from mehrklang.sources.layout import Layout
from mehrklang.sources.umsteigeschluessel.reader import looks_like_key, read_key

LAYOUT = Layout("umsteigeschluessel", "Umsteigeschlüssel für Kreise (BBSR)", fits=looks_like_key, read=read_key)

__all__ = ["LAYOUT"]
