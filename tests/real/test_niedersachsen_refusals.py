"""What the monitoring of a real Landkreis refuses to compare, and which of its newest values deserve a look."""

from decimal import Decimal
from pathlib import Path

import pytest

from mehrklang.catalogue import load
from mehrklang.package import read_folder
from mehrklang.pipeline import Evaluation, evaluate
from mehrklang.pipeline.refusals import RefusalKind, refusals
from mehrklang.pipeline.signals import signals
from tests.real.conftest import DATA

pytestmark = [
    pytest.mark.real,
    pytest.mark.skipif(not DATA.is_dir(), reason="the published data are not beside the checkout (../shared/data)"),
]


@pytest.fixture(scope="module")
def evaluation(tmp_path_factory: pytest.TempPathFactory) -> Evaluation:
    """The Landkreis Goslar, computed once."""
    monitoring = read_folder(Path(__file__).parent / "goslar").monitoring
    assert monitoring is not None
    return evaluate(monitoring, store=tmp_path_factory.mktemp("store"))


def test_nationality_family_language_and_parents_origin_are_not_compared(evaluation: Evaluation) -> None:
    reasons = [each.reason for each in refusals(evaluation, load()) if each.kind is RefusalKind.DEFINITION]
    pair = [reason for reason in reasons if "Staatsangehörigkeit" in reason and "Familiensprache" in reason]
    assert len(pair) == 1
    assert all(reason.endswith("noch in einen Vergleich.") for reason in reasons)


def test_the_censuses_and_the_reform_of_nationality_law_cut_series(evaluation: Evaluation) -> None:
    cuts = {(each.indicators[0], each.reason[:26]) for each in refusals(evaluation, load())}
    assert ("auslaenderanteil", "Werte vor 2022 und ab 2022") in cuts
    assert ("auslaenderanteil", "Werte vor 2011 und ab 2011") in cuts
    assert ("einbuergerungsquote", "Werte vor 2024 und ab 2024") in cuts


def test_signals_are_few_and_each_says_why(evaluation: Evaluation) -> None:
    found = signals(evaluation)
    series = sum(len(result.series) for result in evaluation.results.values())
    assert 0 < len(found) < series / 3
    assert all(each.evidence.endswith(".") for each in found)
    assert all(each.expected is None or each.expected.lower >= Decimal(0) for each in found)
