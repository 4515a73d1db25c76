"""SDMX-CSV 1.0 (DATAFLOW) and 2.0 (STRUCTURE): long tables of Eurostat and of other SDMX services."""

from mehrklang.sources.layout import Layout
from mehrklang.sources.sdmxcsv.reader import looks_sdmx, read_sdmx

LAYOUT = Layout("sdmxcsv", "SDMX-CSV (1.0 und 2.0)", fits=looks_sdmx, read=read_sdmx)

__all__ = ["LAYOUT"]
