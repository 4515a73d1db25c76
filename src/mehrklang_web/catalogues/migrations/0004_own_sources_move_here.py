"""Own sources were kept among the additions of the selection."""

from django.db import migrations


def move_here(apps, schema_editor):
    """Each addition of that kind becomes an own source; its content stays as it is."""
    additions = apps.get_model("selection", "Addition").objects.filter(kind="quelle")
    own = apps.get_model("catalogues", "OwnSource")
    for row in additions.order_by("pk"):
        own.objects.create(edition_id=row.edition_id, key=row.key, content=row.content)
    additions.delete()


def move_back(apps, schema_editor):
    """The other way round."""
    own = apps.get_model("catalogues", "OwnSource").objects
    additions = apps.get_model("selection", "Addition").objects
    for row in own.order_by("pk"):
        additions.create(edition_id=row.edition_id, kind="quelle", key=row.key, content=row.content)
    own.all().delete()


class Migration(migrations.Migration):
    dependencies = [("catalogues", "0003_own_sources"), ("selection", "0001_initial")]
    operations = [migrations.RunPython(move_here, move_back)]
