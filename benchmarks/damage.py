"""Ten thousand damaged copies of real files are read: `python -m benchmarks.damage [number]`. None may raise.

Prints how many copies gave what, and every copy that broke a promise with its seed; exits with 1 if there are any.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from os import cpu_count
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic

from mehrklang.sources import Reading
from tests.factories.mutations import mutate
from tests.real.test_damaged_files import check_damaged, files_of

DATA = Path(__file__).parents[2] / "shared/data"
COPIES = 10_000
_BROKEN = "broken promise"


def main(copies: int) -> int:
    """Reads so many copies, each file in turn, on all processors."""
    files = files_of(DATA) if DATA.is_dir() else []
    if not files:
        print("skipped: no published data beside the checkout (../shared/data)")
        return 0
    start, seen = monotonic(), Counter[str]()
    processors = cpu_count() or 1
    with ProcessPoolExecutor(processors) as pool:
        shares = [range(first, copies, processors) for first in range(processors)]
        for outcomes in pool.map(partial(_read_copies, files), shares):
            for outcome in outcomes:
                seen[outcome.split(":")[0]] += 1
                if outcome.startswith(_BROKEN):
                    print(outcome)
    told = ", ".join(f"{number:,} {outcome}" for outcome, number in seen.most_common())
    print(f"{copies:,} damaged copies of {len(files)} files: {told}; {monotonic() - start:.0f} s")
    return 1 if seen[_BROKEN] else 0


def _read_copies(files: list[Path], seeds: range) -> list[str]:
    with TemporaryDirectory() as folder:
        return list(_outcomes(files, seeds, Path(folder)))


def _outcomes(files: list[Path], seeds: range, folder: Path) -> Iterator[str]:
    for seed in seeds:
        source = files[seed % len(files)]
        try:
            yield _outcome(check_damaged(mutate(source.read_bytes(), seed), folder / source.name))
        except Exception as error:  # noqa: BLE001 — whatever is raised is what is looked for
            yield f"{_BROKEN}: seed {seed}, {source.name}: {type(error).__name__}: {error}"


def _outcome(reading: Reading) -> str:
    if not reading.usable:
        return "refused in German"
    return "read with a word" if reading.issues else "read (the damage changed nothing that can be known)"


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else COPIES))
