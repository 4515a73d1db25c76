"""Answers of the web service of GENESIS (JSON): its errors, and tables wrapped in JSON.

Packed tables (zip with one CSV) are no JSON: `archive` unpacks them and `ffcsv` or `genesis` reads them.
"""

from mehrklang.sources.genesis_api.reader import looks_like_answer, read_answer
from mehrklang.sources.layout import Layout

LAYOUT = Layout("genesis-api", "Antwort des GENESIS-Webdienstes (JSON)", fits=looks_like_answer, read=read_answer)

__all__ = ["LAYOUT"]
