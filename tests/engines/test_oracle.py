"""Every question gets from the store what the oracle finds by looking at each observation."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, event, given, settings

from mehrklang.cubes.raw import RawCube
from mehrklang.store import Store, StoreError
from mehrklang.vocabulary import Figure
from tests.engines.deliveries import Case, cases
from tests.engines.oracle import Contradiction, answer


def ask(store: Store, case: Case) -> RawCube:
    """Freeze the deliveries and ask."""
    keys = [
        store.append(delivery, source="probe", name=f"{number}.csv", content_sha256=str(number))
        for number, delivery in enumerate(case.deliveries)
    ]
    return store.tabulate(case.question(tuple(keys)))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cases())
def test_the_store_answers_what_the_oracle_answers(tmp_path: Path, case: Case) -> None:
    """Same cells, same figures, to the last decimal; contradictions are refused by both."""
    store = Store(tmp_path / "Ablage 'ä'")
    try:
        expected = answer(case.deliveries, case.question(()))
    except Contradiction:
        event("contradiction")
        with pytest.raises(StoreError, match="B-WIDERSPRUCH"):
            ask(store, case)
        return
    cube = ask(store, case)
    event(f"{min(len(expected), 3)} cells")
    assert {key: shown(cell.figure) for key, cell in cube.cells.items() if key not in cube.hidden} == {
        key: shown(figure) for key, figure in expected.items()
    }


def shown(figure: Figure) -> tuple[object, ...]:
    """All that a figure says."""
    return figure.number, figure.sign, figure.reason
