from django.db import migrations, models


class Migration(migrations.Migration):
    """Own indicators and sources have lived in `catalogues` since its migrations 0002 and 0004."""

    dependencies = [("selection", "0004_candidates")]

    operations = [
        migrations.AlterField(
            model_name="addition",
            name="kind",
            field=models.CharField(choices=[("brueche", "Brüche")], max_length=20),
        ),
    ]
