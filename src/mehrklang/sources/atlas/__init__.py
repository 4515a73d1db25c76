"""München's indicator atlas: each row an indicator of one area with the base values that it is computed from.

Two forms, that of 2014 and that of 2025: heads, decimal mark and area codes all differ (`columns`). Base values are
kept as observations, and each indicator is recomputed from them (`formula`).
"""

from mehrklang.sources.atlas.columns import looks_atlas
from mehrklang.sources.atlas.reader import read_atlas
from mehrklang.sources.layout import Layout

LAYOUT = Layout("atlas", "Indikatorenatlas mit Basiswerten (Stadt München)", fits=looks_atlas, read=read_atlas)

__all__ = ["LAYOUT"]
