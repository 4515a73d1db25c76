"""Charts and the map, drawn as SVG from findings alone: one file per form, the same bytes for the same finding.

`pictures` chooses the forms. Here is no data of its own, no style sheet, no script; a page may give other colours by
the classes s1…s6 (series), c1…c4 (comparison), step1…step5 (map), paper, axis, quiet, break, target, sign.
"""

from mehrklang.report.charts.choice import Picture, pictures
from mehrklang.report.charts.size import Size

__all__ = ["Picture", "Size", "pictures"]
