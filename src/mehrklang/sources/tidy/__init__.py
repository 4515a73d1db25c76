"""Mehrklang's own table form (Handbuch, "Tabellenformat"): one row per figure, German heads, CSV or workbook."""

from mehrklang.sources.form import Form
from mehrklang.sources.tidy.columns import REQUIRED
from mehrklang.sources.tidy.reader import read_tidy

FORM = Form("tidy", "Tabellenformat von Mehrklang", heads=REQUIRED, read=read_tidy)

__all__ = ["FORM"]
