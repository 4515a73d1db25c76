"""How fast and how large charts, HTML and PDF are: 100 line charts, and a report of 60 indicators.

Charts are set against matplotlib where it is installed (it is no dependency; `pip install matplotlib` into a throwaway
environment), the PDF against a plain Typst document with the same words, without tables, charts and tags.
"""

import json
import re
from collections.abc import Callable
from datetime import UTC, datetime
from importlib.util import find_spec
from io import StringIO
from time import perf_counter
from typing import TypeVar

import typst

from mehrklang.report import Audience, Document, Finding, ReportHeading, compose, html, pdf
from mehrklang.report.charts import Size, line
from tests.factories.findings import many

Result = TypeVar("Result")

MOMENT = datetime(2024, 1, 1, tzinfo=UTC)
PLAIN = b'#set text(lang: "de")\n#for it in json(bytes(sys.inputs.words)) { par(it) }'


def run() -> list[str]:
    """One line per figure."""
    findings = many(60)
    hundred = (findings * 2)[:100]
    drawing, charts = _timed(lambda: [_chart(finding) for finding in hundred])
    composing, document = _timed(lambda: compose(findings, audience=Audience.VERWALTUNG, heading=_heading()))
    writing, page = _timed(lambda: html.render(document))
    setting, printed = _timed(lambda: pdf.render(document, created=MOMENT))
    plain, _ = _timed(lambda: _plain(document))
    return [
        f"100 line charts (3 series, 15 years): {drawing:.2f} s, {_kilobytes(''.join(charts)) / 100:.1f} kB each",
        _against_matplotlib(hundred, drawing),
        f"60 indicators composed, with 120 charts: {composing:.2f} s",
        f"HTML of 60 indicators: {writing:.2f} s, {_kilobytes(page) / 60:.0f} kB per indicator",
        f"PDF of 60 indicators: {setting:.1f} s, {len(printed) / 60_000:.0f} kB per indicator; "
        f"plain Typst with the same words {plain:.1f} s, ratio {setting / plain:.1f}",
    ]


def _heading() -> ReportHeading:
    return ReportHeading("Probe", "Beispielstadt", "2024", "Mai 2024")


def _chart(finding: Finding) -> str:
    return line.draw(finding, [*finding.lines, *finding.comparison], size=Size.WIDE, name="probe")


def _plain(document: Document) -> bytes:
    """The words of the report, paragraph by paragraph: what setting the text alone costs."""
    words = [text for text in re.sub(r"<svg.*?</svg>|<[^>]*>", "\n", html.body(document.blocks)).split("\n") if text]
    return typst.compile(PLAIN, sys_inputs={"words": json.dumps(words)}, timestamp=MOMENT)


def _against_matplotlib(findings: tuple[Finding, ...], ours: float) -> str:
    if find_spec("matplotlib") is None:
        return "matplotlib is not installed here: no comparison of charts"
    theirs, pictures = _timed(lambda: [_matplotlib(finding) for finding in findings], best_of=1)
    size = _kilobytes("".join(pictures)) / len(pictures)
    return f"the same lines in matplotlib: {theirs:.1f} s, {size:.1f} kB each; ratio {theirs / ours:.0f}"


def _matplotlib(finding: Finding) -> str:
    """The bare lines with markers and legend: no break, no target, no text alternative."""
    from matplotlib.figure import Figure  # noqa: PLC0415 — only where somebody has installed it

    figure = Figure(figsize=(6.8, 3.0))
    axes = figure.subplots()
    for each in (*finding.lines, *finding.comparison):
        values = each.series.values
        axes.plot([v.period.year for v in values], [v.figure.number for v in values], marker="o", label=each.label)
    axes.legend()
    out = StringIO()
    figure.savefig(out, format="svg")
    return out.getvalue()


def _kilobytes(text: str) -> float:
    return len(text.encode()) / 1000


def _timed(work: Callable[[], Result], best_of: int = 3) -> tuple[float, Result]:
    """Seconds of the best try: the others were disturbed by something else."""
    times = []
    for _ in range(best_of):
        start = perf_counter()
        result = work()
        times.append(perf_counter() - start)
    return min(times), result
