"""Ten thousand damaged copies of real files are read: `python -m benchmarks.damage [number]`. None may raise.

Prints how many copies gave what; exits with 1 and the seed of the first copy that broke a promise.
"""

import sys
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

from mehrklang.sources import Reading
from tests.factories.mutations import mutate
from tests.real.test_damaged_files import check_damaged, files_of

DATA = Path(__file__).parents[2] / "shared/data"
COPIES = 10_000


def main(copies: int) -> int:
    """Reads so many copies, each file in turn."""
    files = files_of(DATA) if DATA.is_dir() else []
    if not files:
        print("skipped: no published data beside the checkout (../shared/data)")
        return 0
    start, seen = process_time(), Counter[str]()
    with TemporaryDirectory() as folder:
        for seed in range(copies):
            source = files[seed % len(files)]
            path = Path(folder) / source.name
            try:
                reading = check_damaged(mutate(source.read_bytes(), seed), path)
            except Exception as error:  # noqa: BLE001 — whatever is raised is what is looked for
                print(f"seed {seed}, {source.name}: {type(error).__name__}: {error}")
                return 1
            seen[_outcome(reading)] += 1
    told = ", ".join(f"{number:,} {outcome}" for outcome, number in seen.most_common())
    print(f"{copies:,} damaged copies of {len(files)} files: {told}; {process_time() - start:.0f} s")
    return 0


def _outcome(reading: Reading) -> str:
    if not reading.usable:
        return "refused in German"
    return "read with a word" if reading.issues else "read (the damage changed nothing that can be known)"


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else COPIES))
