"""JSON-stat 1.x (datasets wrapped in an object) and 2.0 (with `class`): exchange of Eurostat and other offices."""

from mehrklang.sources.jsonstat.reader import looks_jsonstat, read_jsonstat
from mehrklang.sources.layout import Layout

LAYOUT = Layout("jsonstat", "JSON-stat (1.x und 2.0)", fits=looks_jsonstat, read=read_jsonstat)

__all__ = ["LAYOUT"]
