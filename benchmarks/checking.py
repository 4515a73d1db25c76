"""How long published tables take to read and to check, in CPU seconds; the target is a tenth of Open SDG's builder.

Open SDG's builder needed 105 CPU seconds to read and publish the same 63 tables, without any check of substance.
"""

from collections import Counter
from pathlib import Path
from time import process_time

from mehrklang.catalogue import load
from mehrklang.plausibility import examine, preview_all
from mehrklang.sources import read

TABLES = Path(__file__).parents[2] / "shared/data/niedersachsen/csv"
TARGET = 10.5


def run() -> list[str]:
    """One line for reading and checking, one for the issues, one for comparing with an earlier delivery."""
    if not TABLES.is_dir():
        return ["63 tables of Niedersachsen: skipped, no published data beside the checkout (../shared/data)"]
    start = process_time()
    readings = [read(path) for path in sorted(TABLES.glob("*.csv"))]
    after_reading = process_time()
    found = examine(readings, catalogue=load())
    after_checking = process_time()
    preview_all(readings, readings, catalogue=load())
    after_preview = process_time()
    rows = sum(len(reading.observations) for reading in readings)
    codes = ", ".join(f"{code} {count}" for code, count in sorted(Counter(issue.code for issue in found).items()))
    return [
        f"{len(readings)} tables, {rows:,} observations: read in {after_reading - start:.1f} s, "
        f"checked in {after_checking - after_reading:.1f} s, together {after_checking - start:.1f} CPU seconds "
        f"(target {TARGET}; Open SDG's builder: 105)",
        f"{len(found)} issues of the checks: {codes}",
        f"dry runs of all, compared with an earlier delivery: {after_preview - after_checking:.1f} CPU seconds",
    ]
