"""COUNT and the sums in numerators and denominators."""

from decimal import Decimal

from mehrklang.indicators.count import SUM_OF_PUBLISHED, count
from mehrklang.indicators.part import Part
from mehrklang.vocabulary import Figure, Material, Reason, Sign


def test_a_single_term_keeps_its_own_sign_and_reason() -> None:
    part = Part(Figure.withheld(Reason.SUPPRESSED))
    assert count([part]) is part


def test_a_sum_with_a_withheld_term_is_withheld_and_shows_the_sign() -> None:
    total = count([Part(Figure.of(12)), Part(Figure.withheld(Reason.SUPPRESSED))])
    assert total.figure == Figure.withheld(Reason.PART_WITHHELD)
    assert total.text == "12 + ."


def test_a_limited_term_limits_the_sum() -> None:
    assert count([Part(Figure.of(12)), Part(Figure.limited(5))]).figure == Figure.limited(17)


def test_adding_does_not_lose_digits() -> None:
    many = [Part(Figure.of(Decimal("0.1"))) for _ in range(10)] + [Part(Figure.of(10**20))]
    assert count(many).figure.number == 10**20 + 1


def test_a_sum_of_published_figures_says_that_their_rounding_adds_up() -> None:
    published = Part(Figure.of(5), material=Material.PUBLISHED)
    assert count([published, published]).notes == (SUM_OF_PUBLISHED,)
    assert count([published]).notes == ()


def test_the_strictest_floor_of_the_terms_holds_for_the_sum() -> None:
    assert count([Part(Figure.of(1), rate_floor=10), Part(Figure.of(1), rate_floor=1000)]).rate_floor == 1000


def test_negative_terms_are_written_in_brackets() -> None:
    assert count([Part(Figure.of(5)), Part(Figure.of(-3))]).text == "5 + (−3)"
    assert count([Part(Figure.signed(Sign.PENDING, Reason.SOURCE_LATER)), Part(Figure.of(1))]).text == "… + 1"
