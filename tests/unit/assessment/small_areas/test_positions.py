"""Positions of small areas: what is not classified, and that the scale does not matter."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from mehrklang.assessment.small_areas import Dynamics, Place, Status, positions
from mehrklang.catalogue import Direction
from mehrklang.vocabulary import Figure, Reason

CITY = Place("stadt", Decimal(10_000), Figure.of(20), Figure.of(18))


def _places(*values: int, residents: int = 1000) -> list[Place]:
    return [
        Place(str(at), Decimal(residents), Figure.of(value), Figure.of(value - 2)) for at, value in enumerate(values)
    ]


@given(st.lists(st.integers(0, 40), min_size=5, max_size=12), st.integers(1, 50))
def test_another_unit_changes_no_class(values: list[int], factor: int) -> None:
    times = [
        Place(
            place.area, place.residents, Figure.of(place.now.number * factor), Figure.of(place.before.number * factor)
        )
        for place in _places(*values)
        if place.now.number is not None and place.before.number is not None
    ]
    city = Place("stadt", CITY.residents, Figure.of(20 * factor), Figure.of(18 * factor))
    plain = positions(_places(*values), CITY, Direction.HIGH_IS_GOOD)
    assert positions(times, city, Direction.HIGH_IS_GOOD) == plain


@given(st.lists(st.integers(0, 40), min_size=5, max_size=12))
def test_turning_the_direction_turns_favourable_and_unfavourable(values: list[int]) -> None:
    high = positions(_places(*values), CITY, Direction.HIGH_IS_GOOD)
    low = positions(_places(*values), CITY, Direction.LOW_IS_GOOD)
    worse = {Status.UNFAVOURABLE, Status.VERY_UNFAVOURABLE}
    assert [each.status is Status.FAVOURABLE for each in high] == [each.status in worse for each in low]


def test_an_area_that_moves_as_the_city_does_is_alike() -> None:
    found = positions(_places(10, 15, 20, 25, 30), CITY, Direction.HIGH_IS_GOOD)
    assert {each.dynamics for each in found} == {Dynamics.ALIKE}


def test_small_withheld_and_context_areas_are_not_classified_and_say_why() -> None:
    places = _places(10, 15, 20, 25, 30)
    small = Place("klein", Decimal(299), Figure.of(50), Figure.of(10))
    hidden = Place("gesperrt", Decimal(500), Figure.withheld(Reason.SOURCE_SECRET), Figure.of(10))
    new = Place("neu", Decimal(500), Figure.of(20), Figure.withheld(Reason.NOT_DELIVERED))
    *_, of_small, of_hidden, of_new = positions([*places, small, hidden, new], CITY, Direction.HIGH_IS_GOOD)
    assert (of_small.status, of_hidden.status) == (None, None)
    assert of_small.reason.startswith("Unter 300")
    assert of_hidden.reason == Reason.SOURCE_SECRET.meaning
    assert (of_new.status, of_new.dynamics) == (Status.AVERAGE, None)
    assert "Kontext" in positions(places, CITY, Direction.CONTEXT)[0].reason
    assert positions(places[:4], CITY, Direction.HIGH_IS_GOOD)[0].status is None
