from django.db import migrations, models


class Migration(migrations.Migration):
    """Breaks of an edition are edited by several persons: a stale form is noticed."""

    dependencies = [("selection", "0005_additions_are_breaks")]

    operations = [
        migrations.AddField(
            model_name="addition",
            name="version",
            field=models.PositiveIntegerField("Fassung", default=1, editable=False),
        ),
    ]
