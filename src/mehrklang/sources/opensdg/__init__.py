"""Open SDG: the CSV of the Integrationsmonitoring Niedersachsen, one file per table.

`Year,[Gebietseinheit],[features],[Units],[GeoCode],[COMMENT_OBS],Value`. What single tables do not say about themselves
(unit, area) stands in `tables.toml`.
"""

from mehrklang.sources.form import Form
from mehrklang.sources.opensdg.columns import PERIOD, VALUE
from mehrklang.sources.opensdg.reader import read_opensdg

FORM = Form("opensdg", "Open SDG (Integrationsmonitoring Niedersachsen)", heads=(PERIOD, VALUE), read=read_opensdg)

__all__ = ["FORM"]
