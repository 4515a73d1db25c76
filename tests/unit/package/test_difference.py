"""What differs between two monitorings."""

from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings

from mehrklang.package import Goal, Monitoring, differences
from tests.factories.monitorings import monitorings


@given(monitorings())
@settings(max_examples=25)
def test_a_monitoring_does_not_differ_from_itself(monitoring: Monitoring) -> None:
    assert differences(monitoring, monitoring) == ()


@given(monitorings(), monitorings())
@settings(max_examples=25)
def test_back_is_there_with_before_and_after_exchanged(one: Monitoring, other: Monitoring) -> None:
    there = {(each.file, each.entry, each.key, each.before, each.after) for each in differences(one, other)}
    back = {(each.file, each.entry, each.key, each.after, each.before) for each in differences(other, one)}
    assert there == back


@given(monitorings())
@settings(max_examples=25)
def test_one_changed_word_is_one_difference_in_its_file_and_entry(monitoring: Monitoring) -> None:
    before = replace(monitoring, goals=(Goal("deutsch", "Deutsch lernen", "Bildung"),), selection=())
    after = replace(before, goals=(Goal("deutsch", "Deutsch können", "Bildung"),))
    (found,) = differences(before, after)
    assert (found.file, found.entry, found.key) == ("ziele.toml", "ziel deutsch", "titel")
    assert (found.before, found.after) == ("Deutsch lernen", "Deutsch können")


@given(monitorings())
@settings(max_examples=25)
def test_what_was_added_or_taken_away_is_told_whole(monitoring: Monitoring) -> None:
    before = replace(monitoring, goals=(), selection=())
    after = replace(before, goals=(Goal("deutsch", "Deutsch lernen", "Bildung"),))
    (added,) = differences(before, after)
    assert (added.entry, added.before) == ("ziel deutsch", "")
    assert "titel: Deutsch lernen" in added.after
    (gone,) = differences(after, before)
    assert (gone.before, gone.after) == (added.after, "")


def test_the_order_of_entries_does_not_count() -> None:
    one, other = Goal("a", "A", "Bildung"), Goal("b", "B", "Bildung")
    empty = Monitoring("M", "O", "03153", "2026", folder=Path())
    assert differences(replace(empty, goals=(one, other)), replace(empty, goals=(other, one))) == ()
