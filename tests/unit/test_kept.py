"""What is kept warm is the same to the last digit; what is asked differently is answered anew; a fault is not kept."""

from dataclasses import replace
from pathlib import Path

import pytest

from mehrklang.catalogue import load
from mehrklang.pipeline import evaluate, kept
from mehrklang.pipeline.deliveries import receive
from mehrklang.pipeline.register import Register
from mehrklang.store import Question, Request, Store
from mehrklang.vocabulary import Unit
from tests.factories.monitorings import NATURALISED, computable, table


@pytest.fixture(autouse=True)
def _cold() -> None:
    kept.protected.cache_clear()
    kept.measured.cache_clear()


def test_a_second_evaluation_is_equal_and_takes_nothing_from_the_store(tmp_path: Path) -> None:
    monitoring = computable(tmp_path)
    first = evaluate(monitoring, store=tmp_path / "store")
    asked = kept.protected.cache_info().misses
    assert evaluate(monitoring, store=tmp_path / "store") == first
    assert kept.protected.cache_info().misses == asked
    assert kept.measured.cache_info().hits == 1


def test_another_delivery_is_another_answer(tmp_path: Path) -> None:
    monitoring = computable(tmp_path)
    (first,) = evaluate(monitoring, store=tmp_path / "store").results.values()
    newer = table(tmp_path, "2-3-1", NATURALISED.replace("443", "444"))
    (second,) = evaluate(
        replace(monitoring, data=(newer, monitoring.data[1])), store=tmp_path / "store"
    ).results.values()
    assert (first.series[0].values[-1].formula, second.series[0].values[-1].formula) == (
        "100 · 443 : 17.275",
        "100 · 444 : 17.275",
    )


def test_two_stores_and_two_rule_sets_are_told_apart(tmp_path: Path) -> None:
    register = Register.of(computable(tmp_path))
    rules = load().rule_set("geschuetzt")
    folders = (tmp_path / "a", tmp_path / "b")
    keys = [receive(register, Store(folder)).deliveries[0].key for folder in folders]
    assert keys[0] == keys[1]
    question = Question((keys[0],), (Request("2-3-1", Unit.COUNT),), ("03153",))
    asked, differently = (kept.Asked("amt", question, each) for each in (rules, replace(rules, name="Anders")))
    cubes = [kept.protected(folder, (asked,)) for folder in folders]
    other = kept.protected(folders[0], (differently,))
    assert len({id(cube) for cube in (*cubes, other)}) == 3
    assert kept.protected(folders[0], (asked,)) is cubes[0]


def test_a_fault_is_told_every_time(tmp_path: Path) -> None:
    question = Question(("es-gibt-mich-nicht",), (Request("a", Unit.COUNT),), ("03153",))
    for _ in range(2):
        with pytest.raises(kept.RefusedError) as caught:
            kept.protected(tmp_path, (kept.Asked("amt", question, load().rule_set("geschuetzt")),))
        assert caught.value.sources == {"amt"}
    assert kept.protected.cache_info().currsize == 0
