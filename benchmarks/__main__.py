"""Runs every module of this folder that has a `run`, and prints its lines."""

from importlib import import_module
from pathlib import Path
from sys import stdout


def main() -> None:
    """One block per module; a module prints why where it cannot run."""
    for path in sorted(Path(__file__).parent.glob("[!_]*.py")):
        run = getattr(import_module(f"benchmarks.{path.stem}"), "run", None)
        if run is not None:
            stdout.write("\n".join([f"{path.stem}:", *(f"  {line}" for line in run()), ""]))
            stdout.flush()


if __name__ == "__main__":
    main()
