"""The command `mehrklang fetch` in a process of its own, to be killed meanwhile, and what must hold afterwards.

A folder holds a plan; the plan names a service that runs in the process of the test and remembers what it was asked.
"""

import os
import re
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from mehrklang.cli import main
from mehrklang.sources import read
from mehrklang.sources.fetched import PROTOCOL, Protocol
from mehrklang.vocabulary import Observation
from tests.factories.fetches import SECRET, plan_text
from tests.factories.genesis_service import Running

PLAN = "plan.toml"
_TIMES = re.compile(rb'"abgerufen": "[^"]*"')


def prepare(folder: Path, running: Running) -> Path:
    """A folder with a plan for the running service; nobody waits between two requests."""
    folder.mkdir()
    (folder / PLAN).write_text(plan_text(running.address) + "pause=0.001\n", encoding="utf-8")
    return folder


def fetch(folder: Path) -> None:
    """Runs the command, as a person would, to its end."""
    os.environ["MEHRKLANG_WEBDIENST_KENNUNG"] = SECRET.user
    os.environ["MEHRKLANG_WEBDIENST_PASSWORT"] = SECRET.password
    with redirect_stdout(StringIO()), redirect_stderr(StringIO()) as said:
        assert main(["fetch", str(folder / PLAN)]) == 0, said.getvalue()


@dataclass(frozen=True, slots=True)
class Undisturbed:
    """What a fetch leaves that nobody disturbs: the bytes of each file, and what is read from them."""

    files: dict[str, bytes]
    values: tuple[Observation, ...]

    @classmethod
    def of(cls, folder: Path) -> "Undisturbed":
        """Of a finished folder. The times at which answers came are the only thing that is left out."""
        target = folder / "ziel"
        files = {path.name: path.read_bytes() for path in target.iterdir()}
        files[PROTOCOL] = _TIMES.sub(b"", files[PROTOCOL])
        reading = read(target)
        assert reading.usable, reading.issues
        return cls(files, reading.observations)


def prove(folder: Path, running: Running, undisturbed: Undisturbed) -> bool:
    """Whether the killed fetch had already ended; asserts that it resumes to what an undisturbed one leaves."""
    before = _protocol(folder)
    assert before.closing is not None or not read(folder / "ziel").usable, "half a fetch is no delivery"
    noted = [dict(answer.fields) for answer in before.answers]
    asked = len(running.forms)
    fetch(folder)
    again = running.forms[asked:]
    assert [form for form in noted if form in again] == [], "what was noted as complete is not asked for again"
    missing = len(_protocol(folder).answers) - len(noted)
    late = len(again) - missing  # the last request of the killed process may reach the service after its death
    assert late in {0, 1}, "and everything else just once"
    found = Undisturbed.of(folder)
    assert found.files == undisturbed.files
    assert found.values == undisturbed.values
    return before.closing is not None


def kept(folder: Path) -> int:
    """How many answers the protocol knows."""
    return len(_protocol(folder).answers)


def _protocol(folder: Path) -> Protocol:
    path = folder / "ziel" / PROTOCOL
    return Protocol.of(path.read_bytes() if path.exists() else b"")
