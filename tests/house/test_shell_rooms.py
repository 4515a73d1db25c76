"""The rooms of the shell are furnished alike, relations point down their order, and only acts write."""

import ast
import tomllib
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import call_command

from mehrklang_web.audit.models import Traced, TracedQuerySet

ROOT = Path(__file__).resolve().parents[2]
SHELL = ROOT / "src" / "mehrklang_web"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
CONTRACTS = PROJECT["tool"]["importlinter"]["contracts"]
ORDER = next(each["layers"] for each in CONTRACTS if each["name"] == "The shell follows the monitoring process")
ROOMS = [room for room in ORDER if (SHELL / room).is_dir()]
DRAWERS = {
    "models",
    "rules",
    "queries",
    "actions",
    "forms",
    "views",
    "urls",
    "apps",
    "migrations",
    "templates",
    "static",
    "templatetags",
    "management",
}
SUBJECTS = {
    "ui": {"appearance", "collation", "downloads", "issues", "states", "streaming", "words"},
    "audit": {"acting"},
    "people": {"gate", "navigation"},
    "editing": {"conflict", "state"},
    "monitors": {"addressing", "context", "field_views", "values"},
    "places": {"trying"},
    "sharing": {"held"},
    "profiles": {"columns"},
    "commons": {"offers"},
    "collection": {
        "calendar_views",
        "contents_form",
        "example",
        "expectations",
        "ical",
        "own_source_form",
        "own_source_views",
        "reminding",
        "sample",
        "standing",
    },
    "deliveries": {
        "arrival",
        "context",
        "described",
        "earlier",
        "elsewhere",
        "limit",
        "proposing",
        "showing",
        "told_issues",
        "trying",
        "understood",
    },
    "results": {"asking", "assembly", "frame", "released", "territory_views"},
    "signals": {"break_views", "carried", "evidence", "own_break_views", "own_breaks"},
    "agreements": {"remark_views", "topics"},
    "formulas": {"cells", "checked", "placing", "probing", "work", "writing"},
    "catalogues": {"asking", "contents", "import_views", "mapping_views", "offers", "sheet", "uses", "whole", "words"},
    "selection": {"catalogue", "further", "further_views"},
    "publication": {"needs"},
    "exchange": {"names", "told", "trial"},
    "opening": {"edition_views"},
    "workplace": {"binding", "first_steps", "standing", "steps"},
    "goals": {"import_views", "missed_forms", "missed_views", "outline", "trial"},
    "weighing": {"deciding_views", "several_views", "trying", "usefulness"},
    "interpretation": {"origin", "shown", "sight", "standing", "table", "withheld", "writing_views"},
    "communication": {"words"},
    "settings": {"base", "demo", "local", "production", "secret_key", "test"},
    "start": {"cast", "command", "first_account", "preparation", "server", "settling"},
}
"""Files with a subject of their own, beside the drawers."""
FORBIDDEN = {"utils", "helpers", "common", "services", "manager", "tools", "misc"}
WRITES = {"save", "delete", "create", "update", "bulk_create", "bulk_update", "get_or_create", "update_or_create"}
NO_MODELS = {"digest.update"}
"""What is called like a write, on something that is no model."""
OWN_MODELS = [model for model in apps.get_models() if model.__module__.startswith("mehrklang_web.")]


def room_of(model):
    return model.__module__.split(".")[1]


def parts(room):
    return {path.stem for path in (SHELL / room).iterdir() if path.name not in {"__init__.py", "__pycache__"}}


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_holds_the_drawers_that_all_rooms_share_and_named_subjects(room):
    assert parts(room) <= DRAWERS | SUBJECTS.get(room, set())
    assert not parts(room) & FORBIDDEN


def test_every_named_subject_exists():
    assert {room: sorted(names - parts(room)) for room, names in SUBJECTS.items() if names - parts(room)} == {}


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_says_what_is_in_it(room):
    tree = ast.parse((SHELL / room / "__init__.py").read_text(encoding="utf-8"))
    assert len(ast.get_docstring(tree) or "") > 60


def test_every_relation_points_down_the_order_of_the_rooms():
    """import-linter cannot see relations named by a string, nor what comes back through a reverse accessor."""
    upward = [
        f"{model.__name__}.{field.name}"
        for model in OWN_MODELS
        for field in model._meta.get_fields()
        if field.is_relation and not field.auto_created and field.related_model in OWN_MODELS
        and ORDER.index(room_of(field.related_model)) < ORDER.index(room_of(model))
    ]  # fmt: skip
    assert upward == []


def test_no_reverse_accessor_leads_out_of_its_room_upwards():
    leading = [
        f"{model.__name__}.{relation.get_accessor_name()}"
        for model in OWN_MODELS
        for relation in model._meta.related_objects
        if relation.get_accessor_name() and not relation.get_accessor_name().endswith("+")
        and room_of(relation.related_model) != room_of(model)
    ]  # fmt: skip
    assert leading == []


def test_every_model_lets_itself_be_written_by_acts_only():
    assert OWN_MODELS
    for model in OWN_MODELS:
        assert issubclass(model, Traced), model
        assert isinstance(model._default_manager.get_queryset(), TracedQuerySet), model


def writes_in(path):
    """Calls of a writing method in a file, with their line."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in WRITES):
            continue
        if ast.unparse(node.func) not in NO_MODELS:
            yield f"{path.relative_to(SHELL)}:{node.lineno} {ast.unparse(node.func)}"


def test_only_actions_write():
    allowed = {"actions", "models", "migrations"}  # the base of the models passes its own methods on
    files = [path for path in SHELL.rglob("*.py") if not allowed & {*path.relative_to(SHELL).with_suffix("").parts}]
    assert [write for path in files for write in writes_in(path)] == []


# the room `audit` says what an act is; all others act
ACTIONS = sorted(
    path for path in [*SHELL.glob("*/actions.py"), *SHELL.glob("*/actions/*.py")] if path.parent.name != "audit"
)


@pytest.mark.parametrize("path", ACTIONS, ids=lambda path: str(path.relative_to(SHELL)))
def test_an_action_takes_keywords_only_and_names_its_author(path):
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if not isinstance(node, ast.FunctionDef) or node.name.startswith("_") or node.name == "subject_of":
            continue
        names = {argument.arg for argument in node.args.kwonlyargs}
        assert not node.args.args, f"{node.name} takes positional arguments"
        assert "by" in names or names == {"account"}, f"{node.name} does not say who acts"


def test_migrations_are_complete(db):
    call_command("makemigrations", "--check", "--dry-run", verbosity=0)
