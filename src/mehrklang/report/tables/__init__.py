"""The figures of a finding as tables: in time, by parts of the area, beside these their stabilised values. No cell is
left blank."""

from mehrklang.report.document import Table
from mehrklang.report.finding import Finding
from mehrklang.report.tables.beside import beside
from mehrklang.report.tables.cells import sign_notes
from mehrklang.report.tables.in_time import in_time
from mehrklang.report.tables.newest import newest
from mehrklang.report.tables.of_parts import of_parts
from mehrklang.report.tables.revised import reliability_of, revised, revised_values

__all__ = ["figure_tables", "reliability_of", "revised", "revised_values", "sign_notes"]


def figure_tables(finding: Finding, *, base: bool = False) -> tuple[Table, ...]:
    """All tables; with `base` numerator and denominator stand beside the values of the area's own lines, and
    the newest values come first with their intervals."""
    return (*(newest(finding) if base else ()), *in_time(finding, base=base), *of_parts(finding), *beside(finding))
