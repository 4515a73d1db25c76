"""Köln: the open long table of inhabitants by table, year, area and row (`id,tab_id,tabelle,jahr,raum_id,raum,…`)."""

from mehrklang.sources.form import Form
from mehrklang.sources.koeln.reader import HEADS, read_koeln

FORM = Form("koeln", "Stadt Köln, Einwohnerinnen und Einwohner nach Räumen", heads=HEADS, read=read_koeln)

__all__ = ["FORM"]
