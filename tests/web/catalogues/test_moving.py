"""What an installation of an earlier release has defined itself is not lost."""

import importlib

import pytest
from django.apps import apps

from mehrklang_web.audit.acting import acting
from mehrklang_web.catalogues.models import OwnIndicator, OwnSource
from mehrklang_web.monitors.values import to_text
from mehrklang_web.selection.models import Addition
from tests.factories import shell

pytestmark = pytest.mark.django_db


class Historical:
    """The way in which a migration asks for models."""

    @staticmethod
    def get_model(app, name):
        return apps.get_model(app, name)


@pytest.mark.parametrize(
    ("name", "kind", "content", "model"),
    [
        ("0002_own_indicators_move_here", "kennzahl", shell.indicator("alt", "Alt"), OwnIndicator),
        ("0004_own_sources_move_here", "quelle", shell.SOURCE, OwnSource),
    ],
)
def test_additions_become_own_entries_and_back(edition, name, kind, content, model):
    """Nothing but the place changes."""
    with acting():
        Addition.objects.create(edition=edition, kind=kind, key="alt", content=to_text(content))
    migration = importlib.import_module(f"mehrklang_web.catalogues.migrations.{name}")
    before = model.objects.count()
    with acting():
        migration.move_here(Historical, None)
    assert model.objects.count() == before + 1
    assert model.objects.latest("pk").content == to_text(content)
    assert not Addition.objects.filter(kind=kind).exists()
    with acting():
        migration.move_back(Historical, None)
    assert model.objects.count() == 0
    assert Addition.objects.get(kind=kind, key="alt").content == to_text(content)
