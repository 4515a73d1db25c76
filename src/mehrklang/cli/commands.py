"""How a command enters the parser."""

import argparse
from collections.abc import Callable
from typing import TypeAlias

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # noqa: SLF001 — has no public name
"""What `add_subparsers` gives."""


def add_command(
    commands: Commands,
    name: str,
    run: Callable[[argparse.Namespace], int],
    description: str,
) -> argparse.ArgumentParser:
    """A parser for one command; its description is also the line in the list of commands."""
    parser = commands.add_parser(name, help=description, description=description)
    parser.set_defaults(run=run)
    return parser
