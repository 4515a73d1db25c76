"""Berlin: residents by the small areas of the LOR system, one wide matrix per half-year (EWR, EWRMIGRA).

`text` repairs what a spreadsheet made of a file, `columns` says what each column counts, `areas` knows the key of eight
digits. The keys from 2021 on are other areas under similar keys: the crosswalk belongs to the area register.
"""

from mehrklang.sources.layout import Layout
from mehrklang.sources.lor.reader import read_lor
from mehrklang.sources.lor.text import looks_lor

LAYOUT = Layout("lor", "Berlin, Einwohnerregister nach LOR (EWR, EWRMIGRA)", fits=looks_lor, read=read_lor)

__all__ = ["LAYOUT"]
