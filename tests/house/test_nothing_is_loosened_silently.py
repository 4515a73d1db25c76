"""Whatever writes rules of secrecy is watched, so that none becomes looser without a reason and a legal basis.

That every way on the web and beside it asks is walked in tests/web/catalogues/test_loosening.py; here stands that no
other way can come into being unseen.
"""

import ast
from importlib.util import find_spec
from pathlib import Path

import pytest

if not find_spec("django"):
    pytest.skip("without the web application nothing writes", allow_module_level=True)

from django.conf import settings
from django.utils.module_loading import import_string

SOURCE = Path(__file__).resolve().parents[2] / "src"
SHELL = SOURCE / "mehrklang_web"
ACTIONS = SHELL / "catalogues" / "actions"
GUARDED = {"OwnSource", "OwnIndicator", "TakenCatalogue"}
"""The models that say by which rules anything is protected; and the edition with its `rule_set`."""
WATCHING = {"watched", "compare_arrival"}
NEW_ONLY = {
    "keep_source": "adds a source; what was not there had no rules",
    "add_source": "as above",
    "remove_source": "takes away what nothing needs",
    "_hold": "is called while watched",
}
WRITES = {"save", "delete", "create", "update", "bulk_create", "update_or_create", "get_or_create"}


def functions(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]


def names_in(node):
    return {each.id for each in ast.walk(node) if isinstance(each, ast.Name)}


def writes(node):
    return {
        each.func.attr
        for each in ast.walk(node)
        if isinstance(each, ast.Call) and isinstance(each.func, ast.Attribute) and each.func.attr in WRITES
    }


WRITERS = [
    (path.name, node)
    for path in sorted(ACTIONS.glob("*.py"))
    for node in functions(path)
    if writes(node) and names_in(node) & (GUARDED | {"filled"})
]


def test_the_writers_are_found():
    assert {"keep_own", "change_source", "take_in_catalogue", "remove_catalogue", "take_version", "take_in"} <= {
        node.name for _, node in WRITERS
    }


@pytest.mark.parametrize(("file", "node"), WRITERS, ids=lambda each: getattr(each, "name", str(each)))
def test_every_act_that_writes_rules_is_watched(file, node):
    assert names_in(node) & WATCHING or node.name in NEW_ONLY, f"{file}: {node.name} writes rules of secrecy unwatched"


def test_what_only_adds_is_called_where_somebody_watches():
    """Taking in compares with what is there; taking over is watched."""
    callers = {
        node.name: names_in(node) & WATCHING
        for path in ACTIONS.glob("*.py")
        for node in functions(path)
        if names_in(node) & {"_hold"}
    }
    assert callers
    assert all(callers.values()), callers


def test_no_other_room_writes_them():
    made = {f"{name}(" for name in GUARDED} | {f"{name}.objects.{each}(" for name in GUARDED for each in WRITES}
    elsewhere = [
        f"{path.relative_to(SHELL)}: {each}"
        for path in SHELL.rglob("*.py")
        if "catalogues" not in path.parts and "migrations" not in path.parts
        for each in made
        if each in path.read_text(encoding="utf-8")
    ]
    assert elsewhere == []


def test_the_rules_of_a_whole_edition_are_only_set_when_it_comes_in():
    """It is compared with the one before it; no form changes it later."""
    set_in = {
        str(path.relative_to(SHELL))
        for path in SHELL.rglob("*.py")
        if "migrations" not in path.parts
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if (isinstance(node, ast.Attribute) and node.attr == "rule_set" and isinstance(node.ctx, ast.Store))
        or (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id == "Edition"
            and any(each.arg == "rule_set" for each in node.keywords)
        )
    }
    assert set_in == {"exchange/actions.py"}


def test_undoing_is_watched_and_the_question_has_its_page():
    assert import_string(settings.UNDOING_IS_WATCHED).__name__ == "watched_number"
    assert "mehrklang_web.results.asking.AskFirst" in settings.MIDDLEWARE


def test_one_place_decides_what_is_looser():
    """Nobody else compares the limits of two rule sets with one another."""
    limits = {"minimum_count", "rate_floor", "protection_width", "withheld_below", "limited_below"}
    comparing = {
        str(path.relative_to(SOURCE))
        for path in SOURCE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Compare)
        and len(sides := [each.attr for each in (node.left, *node.comparators) if isinstance(each, ast.Attribute)]) > 1
        and len(set(sides)) == 1
        and set(sides) <= limits
    }
    assert comparing == {"mehrklang/catalogue/tightening.py", "mehrklang/disclosure/rulebook.py"}
