"""Values of the library survive being kept: what comes back is equal, numbers to the last digit."""

from decimal import Decimal

import pytest
from hypothesis import given, settings

from mehrklang.package import Monitoring
from mehrklang.vocabulary import Figure, Reason
from mehrklang_web.monitors.values import from_text, to_text
from tests.factories.monitorings import monitorings


@settings(max_examples=30)
@given(monitorings())
def test_any_monitoring_comes_back_as_it_was(monitoring):
    assert from_text(Monitoring, to_text(monitoring)) == monitoring


@pytest.mark.parametrize(
    "figure",
    [Figure.of(Decimal("0.1000")), Figure.nothing(), Figure.withheld(Reason.SUPPRESSED), Figure.limited(7)],
)
def test_a_figure_keeps_its_sign_its_reason_and_all_its_digits(figure):
    back = from_text(Figure, to_text(figure))
    assert (back, str(back.number)) == (figure, str(figure.number))


def test_equal_values_give_equal_text():
    assert to_text(Figure.of(5)) == to_text(Figure.of(Decimal(5)))


def test_what_is_no_value_is_refused():
    with pytest.raises(TypeError):
        to_text(object())
