"""Goals have a level, further goals above them, and council decisions of several parts instead of one text."""

import json

from django.db import migrations, models


def part(apps, schema_editor):
    """What stood in one text becomes the body of a decision; nothing is guessed about day and number."""
    for goal in apps.get_model("concept", "Goal").objects.exclude(decision=""):
        goal.decisions = json.dumps([{"body": goal.decision, "day": None, "number": "", "text": ""}])
        goal.save()


class Migration(migrations.Migration):
    dependencies = [("concept", "0002_version")]

    operations = [
        migrations.AddField(
            "goal",
            "level",
            models.CharField(
                blank=True,
                choices=[
                    ("leitbild", "Leitbild"),
                    ("handlungsfeld", "Handlungsfeld"),
                    ("strategisch", "strategisches Ziel"),
                    ("operativ", "operatives Ziel"),
                ],
                max_length=20,
                verbose_name="Ebene",
                default="",
            ),
            preserve_default=False,
        ),
        migrations.AddField(
            "goal",
            "also_serves",
            models.ManyToManyField(blank=True, related_name="+", to="concept.goal", verbose_name="dient auch"),
        ),
        migrations.AddField("goal", "decisions", models.TextField(default="[]", verbose_name="Beschlüsse")),
        migrations.RunPython(part, migrations.RunPython.noop),
        migrations.RemoveField("goal", "decision"),
    ]
