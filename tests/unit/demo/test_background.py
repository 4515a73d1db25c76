"""The rule of the migration background against a table that was written by hand from its definition."""

from dataclasses import replace

import pytest

from mehrklang.demo.background import Background, background, origin
from mehrklang.demo.person import GERMANY, Acquired, Parent, Person, Ranks, Sex

HERE = Parent(GERMANY, GERMANY, Acquired.DESCENT, same_address=True)
FROM_TURKEY = Parent("Türkei", "Türkei", Acquired.NOT_GERMAN, same_address=True)
FAR_AWAY = replace(FROM_TURKEY, same_address=False)
NATURALISED = Parent(GERMANY, GERMANY, Acquired.NATURALISED, same_address=True)
BORN_ABROAD = Parent("Polen", GERMANY, Acquired.DESCENT, same_address=True)

ADULT = Person(
    1, "reiherfurt:010101", 1970, Sex.FEMALE, GERMANY, "", GERMANY, Acquired.DESCENT, None, HERE, HERE, "Deutsch",
    Ranks(0.5, 0.5, 0.5, 0.5),
)  # fmt: skip
CHILD = replace(ADULT, born=2012)

NONE, GERMAN, FOREIGN = Background.NONE, Background.GERMAN, Background.FOREIGN


@pytest.mark.parametrize(
    ("person", "before_2017", "since_2017"),
    [
        pytest.param(ADULT, NONE, NONE, id="german by descent"),
        pytest.param(replace(ADULT, nationality="Polen", acquired=Acquired.NOT_GERMAN), FOREIGN, FOREIGN, id="foreign"),
        pytest.param(
            replace(ADULT, nationality="Polen", second_nationality=GERMANY, acquired=Acquired.NOT_GERMAN),
            FOREIGN, FOREIGN, id="the first nationality counts",
        ),
        pytest.param(replace(ADULT, second_nationality="Italien"), GERMAN, GERMAN, id="second nationality"),
        pytest.param(replace(ADULT, acquired=Acquired.NATURALISED), GERMAN, GERMAN, id="naturalised"),
        pytest.param(replace(ADULT, acquired=Acquired.RESETTLED), NONE, GERMAN, id="resettled"),
        pytest.param(replace(ADULT, acquired=Acquired.BIRTH_IN_GERMANY), NONE, GERMAN, id="german by birth in Germany"),
        pytest.param(replace(ADULT, birth_country="Polen", arrived=1990), NONE, GERMAN, id="born abroad and arrived"),
        pytest.param(replace(ADULT, birth_country="Spanien"), NONE, NONE, id="born on a journey"),
        pytest.param(replace(ADULT, mother=FROM_TURKEY), NONE, NONE, id="parents of adults are not looked at"),
        pytest.param(replace(CHILD, mother=FROM_TURKEY), NONE, GERMAN, id="child of a foreign mother"),
        pytest.param(replace(CHILD, father=NATURALISED), NONE, GERMAN, id="child of a naturalised father"),
        pytest.param(replace(CHILD, father=BORN_ABROAD), NONE, GERMAN, id="child of a father born abroad"),
        pytest.param(replace(CHILD, mother=FAR_AWAY), NONE, NONE, id="parent at another address"),
    ],
)  # fmt: skip
def test_rule(person: Person, before_2017: Background, since_2017: Background) -> None:
    """Each case by the derivation until 2016 and by the one since 2017."""
    assert background(person, 2016) is before_2017
    assert background(person, 2017) is since_2017


def test_a_child_loses_the_mark_of_its_parents_when_it_grows_up() -> None:
    child = replace(ADULT, born=2002, mother=FROM_TURKEY)
    assert background(child, 2019) is GERMAN
    assert background(child, 2020) is NONE


@pytest.mark.parametrize(
    ("person", "country"),
    [
        (ADULT, ""),
        (replace(CHILD, mother=NATURALISED), ""),
        (replace(ADULT, nationality="Polen", second_nationality="Italien"), "Polen"),
        (replace(ADULT, second_nationality="Italien", birth_country="Polen"), "Italien"),
        (replace(CHILD, mother=BORN_ABROAD, father=FROM_TURKEY), "Türkei"),
        (replace(CHILD, father=BORN_ABROAD), "Polen"),
    ],
)
def test_origin_is_the_nearest_foreign_country(person: Person, country: str) -> None:
    """Own nationality, second, country of birth, then the parents' nationality and country of birth."""
    assert origin(person) == country
