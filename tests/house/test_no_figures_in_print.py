"""A log or an error page shows no unprotected figure."""

import logging
import traceback
from pathlib import Path

import pytest

from mehrklang.cubes import ProtectedCube, Protection
from mehrklang.cubes.raw import RawCube
from mehrklang.disclosure import protect
from mehrklang.store import Question, Request, Store, StoreError
from mehrklang.vocabulary import Unit
from tests.factories.margins import at, cell, rules, table
from tests.factories.observations import observation, published

RAW = RawCube({at("0"): cell(4711)})


@pytest.mark.parametrize("shown", [repr(RAW), str(RAW), f"{RAW}", f"{RAW!r}", repr([RAW]), repr({"cube": RAW})])
def test_a_raw_cube_shows_no_figures(shown: str) -> None:
    assert "4711" not in shown
    assert "RawCube(1 cells" in shown


def test_logging_a_raw_cube_shows_no_figures(caplog: pytest.LogCaptureFixture) -> None:
    logging.getLogger("mehrklang").warning("cube: %s %r", RAW, RAW)
    assert "4711" not in caplog.text
    assert "RawCube" in caplog.text


def test_a_protected_cube_shows_no_figures_either() -> None:
    assert "40" not in repr(protect(table([[2, 40, 7]]), rules()))


def test_a_protected_cube_is_made_by_the_guard_alone() -> None:
    with pytest.raises(TypeError, match="guard"):
        ProtectedCube(dict(RAW.cells), Protection("von Hand", 1), seal=None)
    with pytest.raises(TypeError, match="guard"):
        ProtectedCube(dict(RAW.cells), Protection("von Hand", 1), seal=object())  # type: ignore[arg-type] # a forgery


@pytest.mark.parametrize("rows", [(published(4711), published(4712)), (published(4711), observation(4711))])
def test_what_the_store_refuses_quotes_no_figure(tmp_path: Path, rows: tuple[object, ...]) -> None:
    store = Store(tmp_path)
    key = store.append(rows, source="probe", name="zählung.csv", content_sha256="")  # type: ignore[arg-type] # rows of a table test
    with pytest.raises(StoreError) as raised:
        store.tabulate(Question((key,), (Request("Personen", Unit.COUNT),)))
    assert "471" not in "".join(traceback.format_exception(raised.value)) + repr(raised.value.issues)
