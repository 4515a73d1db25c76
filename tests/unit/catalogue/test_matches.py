"""The table between two catalogues: both ways, whole, and honest about what is only concluded."""

from dataclasses import replace

import pytest

from mehrklang.catalogue import IndicatorDefinition, Match, MatchDegree, Matches, load

CATALOGUE = load()
MATCHES = Matches(CATALOGUE.indicators)
ANY = CATALOGUE.indicator("auslaenderanteil")


def _entry(code: str, catalogue: str, *matches: Match) -> tuple[str, IndicatorDefinition]:
    return code, replace(ANY, code=code, name=code.upper(), catalogue=catalogue, number=code, matches=matches)


@pytest.mark.parametrize("first", ["", *CATALOGUE.named])
@pytest.mark.parametrize("second", ["", *CATALOGUE.named])
def test_every_indicator_of_the_first_catalogue_has_a_line(first: str, second: str) -> None:
    """What the other catalogue lacks is a line too."""
    lines = MATCHES.between(first, second)
    wanted = [each.code for each in CATALOGUE.indicators.values() if each.catalogue == first]
    assert list(dict.fromkeys(line.indicator.code for line in lines)) == wanted
    assert all(line.other is None or line.other.catalogue == second for line in lines)


def test_a_match_is_found_from_both_sides() -> None:
    """Whoever has said it."""
    there = {match.indicator for match in MATCHES.of("mindestsicherungsquote")}
    assert "intmk-e8" in there
    back = {match.indicator: match for match in MATCHES.of("intmk-e8")}
    assert back["mindestsicherungsquote"].degree is MatchDegree.CLOSE
    name = CATALOGUE.indicator("mindestsicherungsquote").name
    assert back["mindestsicherungsquote"].difference == f"Von „{name}“ aus: Dort nur Leistungen nach dem SGB II."
    assert MATCHES.of("intmk-e8")[0].degree is MatchDegree.SAME


def test_what_is_said_directly_goes_before_what_is_concluded() -> None:
    """A conclusion never stands beside a judgement."""
    house = _entry("h", "", Match("a", MatchDegree.SAME), Match("b", MatchDegree.SAME), Match("c", MatchDegree.SAME))
    entries = dict([house, _entry("a", "x", Match("c", MatchDegree.RELATED, "d")), _entry("b", "y"), _entry("c", "y")])
    found = Matches(entries).between("x", "y")
    assert [(line.other and line.other.code, line.over) for line in found] == [("c", None)]


def test_a_conclusion_names_the_indicator_in_between_and_both_differences() -> None:
    """Close twice is related; related to something says nothing of a third."""
    house = _entry("h", "", *(Match(to, MatchDegree.CLOSE, f"zu {to}") for to in ("a", "b")))
    entries = dict([house, _entry("a", "x"), _entry("b", "y")])
    [line] = Matches(entries).between("x", "y")
    assert line.over is not None
    assert line.match is not None
    assert (line.over.code, line.match.degree) == ("h", MatchDegree.RELATED)
    assert line.match.difference == "a – Von „H“ aus: zu a b – zu b"
    related = dict([_entry("h", "", Match("a", MatchDegree.RELATED, "u"), Match("b", MatchDegree.CLOSE, "v"))])
    [none] = Matches(related | {"a": entries["a"], "b": entries["b"]}).between("x", "y")
    assert none.other is None


def test_the_best_conclusion_to_the_same_indicator_wins() -> None:
    """Two ways to one indicator are one line."""
    one = _entry("h", "", Match("a", MatchDegree.CLOSE, "d"), Match("b", MatchDegree.CLOSE, "d"))
    other = _entry("i", "", Match("a", MatchDegree.SAME), Match("b", MatchDegree.SAME))
    [line] = Matches(dict([one, other, _entry("a", "x"), _entry("b", "y")])).between("x", "y")
    assert line.match is not None
    assert line.match.degree is MatchDegree.SAME
