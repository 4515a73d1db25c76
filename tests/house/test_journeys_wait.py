"""Journeys wait for what they expect: a state that is read at once may still be that of the page before."""

import re
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[1]
IN_A_BROWSER = sorted([*TESTS.glob("journeys/*.py"), *TESTS.glob("a11y/test_*.py")])
AT_ONCE = re.compile(r"assert .*(\.is_\w+\(|\.count\(\)|page\.content\(|page\.url)|all_inner_texts\(")


@pytest.mark.parametrize("file", IN_A_BROWSER, ids=lambda file: file.stem)
def test_no_journey_asserts_what_it_has_not_waited_for(file):
    """`expect(…).to_be_visible()` and its like wait."""
    found = [line for line in file.read_text(encoding="utf-8").splitlines() if AT_ONCE.search(line)]
    assert found == []
