"""Classic CSV of GENESIS-Online, Regionalstatistik and the databases of the Länder: a printed table as text.

`frame` finds title, head, body and footnotes; `head` says what each column counts; `notes` keeps footnotes, licence
and Stand. The flat form of the same databases is the room `ffcsv`: it carries keys for everything, prefer it.
"""

from mehrklang.sources.genesis.frame import looks_classic
from mehrklang.sources.genesis.reader import read_genesis
from mehrklang.sources.layout import Layout

LAYOUT = Layout("genesis", "GENESIS/Regionalstatistik, klassische CSV-Tabelle", fits=looks_classic, read=read_genesis)

__all__ = ["LAYOUT"]
