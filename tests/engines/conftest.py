"""A PostgreSQL server of its own for the tests of this folder, where one is installed."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

try:
    import psycopg
except ImportError:  # the fixtures skip
    psycopg = None  # type: ignore[assignment] # nothing uses it then


@pytest.fixture(scope="session")
def postgres_place() -> Iterator[str]:
    """The address of a server in a temporary folder, reachable through a socket there and nowhere else.

    PostgreSQL refuses to run as root: then it runs as nobody.
    """
    pytest.importorskip("psycopg", reason="psycopg is not installed")
    initdb, pg_ctl = _program("initdb"), _program("pg_ctl")
    if initdb is None or pg_ctl is None:
        pytest.skip("no PostgreSQL server on this machine")
    with tempfile.TemporaryDirectory(prefix="pg-") as folder:
        Path(folder).chmod(0o777)
        data = str(Path(folder) / "data")
        options = f"-c listen_addresses='' -c unix_socket_directories={folder} -c fsync=off"
        try:
            _run(initdb, "-D", data, "-A", "trust", "-U", "probe", "--no-sync", "-E", "UTF8", "--locale=C")
            _run(pg_ctl, "-D", data, "-o", options, "-l", f"{folder}/log", "-w", "start")
        except (subprocess.SubprocessError, PermissionError, LookupError) as error:
            pytest.skip(f"PostgreSQL does not start here: {error}")
        try:
            yield f"postgresql:///postgres?host={folder}&user=probe"
        finally:
            _run(pg_ctl, "-D", data, "-m", "immediate", "stop")


@pytest.fixture
def postgres(postgres_place: str) -> Iterator["psycopg.Connection[tuple[object, ...]]"]:
    """A connection; what a test writes is rolled back."""
    with psycopg.connect(postgres_place) as connection:
        yield connection
        connection.rollback()


def _program(name: str) -> str | None:
    installed = Path("/usr/lib/postgresql").glob(f"*/bin/{name}")  # Debian keeps them out of the search path
    return shutil.which(name) or next((str(file) for file in installed), None)


def _run(*command: str) -> None:
    """PostgreSQL refuses to run as root."""
    user = "nobody" if os.geteuid() == 0 else None
    subprocess.run(command, check=True, capture_output=True, timeout=60, user=user, cwd="/")  # noqa: S603 — own words only
