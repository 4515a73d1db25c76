"""Several hierarchies, unions, and outlines that are stored once."""

import hashlib
import json

from django.db import migrations, models


def move_outlines(apps, _editor):
    """Each boundary becomes an outline under its checksum."""
    kept = apps.get_model("places", "Outline")
    used = apps.get_model("places", "PlaceOutline")
    for place in apps.get_model("places", "Place").objects.exclude(rings=[]):
        rings = [[[float(x), float(y)] for x, y in ring] for ring in place.rings]
        digest = hashlib.sha256(json.dumps(rings).encode()).hexdigest()
        outline, _ = kept.objects.get_or_create(sha256=digest, defaults={"rings": rings})
        used.objects.create(place=place, outline=outline)


class Migration(migrations.Migration):
    dependencies = [("places", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="Placing",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("hierarchy", models.CharField(max_length=60, verbose_name="Gliederung")),
                ("area", models.CharField(max_length=60, verbose_name="Gebiet")),
                ("parent", models.CharField(max_length=60, verbose_name="übergeordnetes Gebiet")),
                ("since", models.DateField(blank=True, null=True, verbose_name="gültig ab")),
                ("until", models.DateField(blank=True, null=True, verbose_name="gültig bis")),
            ],
            options={"ordering": ("pk",)},
        ),
        migrations.CreateModel(
            name="Outline",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sha256", models.CharField(max_length=64, unique=True, verbose_name="Prüfsumme")),
                ("rings", models.JSONField(verbose_name="Umriss")),
                ("drawn", models.JSONField(blank=True, default=list, verbose_name="vereinfachter Umriss")),
            ],
            options={"abstract": False},
        ),
        migrations.CreateModel(
            name="PlaceOutline",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("place", models.ForeignKey(on_delete=models.PROTECT, related_name="outlines", to="places.place", verbose_name="Gebiet")),
                ("outline", models.ForeignKey(on_delete=models.PROTECT, related_name="+", to="places.outline", verbose_name="Umriss")),
                ("valid_from", models.DateField(blank=True, null=True, verbose_name="gültig ab")),
                ("valid_until", models.DateField(blank=True, null=True, verbose_name="gültig bis")),
            ],
            options={"ordering": ("place__key", "valid_from")},
        ),
        migrations.CreateModel(
            name="FileOnTrial",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(choices=[("gebiete", "Gebietsliste"), ("grenzen", "Grenzen")], max_length=10, verbose_name="Art")),
                ("name", models.CharField(max_length=200, verbose_name="Datei")),
                ("content", models.BinaryField(verbose_name="Inhalt")),
                ("valid_from", models.DateField(blank=True, null=True, verbose_name="gültig ab")),
                ("valid_until", models.DateField(blank=True, null=True, verbose_name="gültig bis")),
                ("who", models.CharField(max_length=150, verbose_name="Wer")),
                ("at", models.DateTimeField(auto_now_add=True, verbose_name="Zeitpunkt")),
            ],
            options={"ordering": ("-pk",)},
        ),
        migrations.AddField("place", "regional_key", models.CharField(blank=True, default="", max_length=12, verbose_name="Regionalschlüssel")),
        migrations.AddField("place", "parts", models.JSONField(blank=True, default=list, verbose_name="Teile")),
        migrations.RunPython(move_outlines, migrations.RunPython.noop),
        migrations.RemoveField("place", "rings"),
    ]
