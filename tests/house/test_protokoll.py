"""The Protokoll is read by people: every kind of act has a German name, and what changed is told in words."""

import ast
import re
from pathlib import Path

import pytest

SHELL = Path(__file__).resolve().parents[2] / "src" / "mehrklang_web"
ACTIONS = sorted([*SHELL.glob("*/actions.py"), *SHELL.glob("*/actions/*.py")])
RAW = {"content", "decisions", "to_text", "dumps", "serialize", "pk", "fingerprint"}
"""What a value that is kept as JSON or a bare number is called; a number of a version may stand beside words."""


def calls(path, names):
    """Every call of one of the functions."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names:
            yield node


def names_of_acts(path):
    """What each act of a room is called; the changing parts of a name stand as "…"."""
    for call in calls(path, {"act", "edit", "_act"}):
        said = [each.value for each in call.keywords if each.arg == "did"] + call.args[:1]
        yield from (spoken(each) for each in said)


def spoken(node):
    if isinstance(node, ast.Constant):
        return str(node.value)
    if isinstance(node, ast.JoinedStr):
        return "".join(spoken(each) for each in node.values)
    if isinstance(node, ast.IfExp):
        return f"{spoken(node.body)}|{spoken(node.orelse)}"
    return "…"


KINDS = sorted(
    {(path.relative_to(SHELL).parts[0], name) for path in ACTIONS for name in names_of_acts(path) if name != "…"}
)


def assigned_to_traces(path):
    """Every expression that becomes the "Vorher" or "Nachher" of an entry."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Assign):
            for target in node.targets:
                values = node.value.elts if isinstance(node.value, ast.Tuple) else [node.value] * 9
                targets = target.elts if isinstance(target, ast.Tuple) else [target]
                for each, value in zip(targets, values, strict=False):
                    if isinstance(each, ast.Attribute) and each.attr in {"old", "new"}:
                        yield value


def raw_in(value):
    """The names in an expression that are no words; inside an f-string they stand beside words."""
    if isinstance(value, ast.JoinedStr):
        return set()
    if isinstance(value, ast.Attribute):
        return {value.attr} & RAW
    if isinstance(value, ast.Call) and isinstance(value.func, ast.Name):
        return {value.func.id} & RAW
    return set()


def test_there_are_acts_in_nearly_every_room():
    assert len(KINDS) > 80
    assert len({room for room, _ in KINDS}) > 15


@pytest.mark.parametrize(("room", "name"), KINDS)
def test_every_kind_of_act_has_a_german_name(room, name):
    for each in name.split("|"):
        assert re.fullmatch(r"[A-ZÄÖÜ…][\w äöüßÄÖÜ,:…-]{3,119}", each), f"{room}: {each}"
        assert "_" not in each


@pytest.mark.parametrize("path", ACTIONS, ids=lambda path: str(path.relative_to(SHELL)))
def test_what_changed_is_told_in_words(path):
    found = [ast.unparse(value) for value in assigned_to_traces(path) if raw_in(value)]
    assert found == []
