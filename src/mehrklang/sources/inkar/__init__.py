"""INKAR (BBSR): one row per area, one column per indicator; the older export names no year, the newer one does.

The form names no units; those that are known stand in `units.toml`, others in brackets in the head.
"""

from mehrklang.sources.inkar.reader import looks_like_inkar, read_inkar
from mehrklang.sources.layout import Layout

LAYOUT = Layout("inkar", "INKAR (BBSR), Tabelle je Raumeinheit", fits=looks_like_inkar, read=read_inkar)

__all__ = ["LAYOUT"]
