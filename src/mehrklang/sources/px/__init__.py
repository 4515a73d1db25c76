"""PX (PC-Axis): keyword records and one block of data. Not read: sparse files (KEYS), languages after the first."""

from mehrklang.sources.layout import Layout
from mehrklang.sources.px.reader import looks_px, read_px

LAYOUT = Layout("px", "PX-Datei (PC-Axis)", fits=looks_px, read=read_px)

__all__ = ["LAYOUT"]
