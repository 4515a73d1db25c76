import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("results", "0001_initial"),
        ("signals", "0003_proposed_breaks"),
    ]

    operations = [
        migrations.AlterField(
            model_name="signal",
            name="run",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="results.run",
                verbose_name="zuletzt gefunden in",
            ),
        ),
        migrations.AlterField(
            model_name="step",
            name="at",
            field=models.DateTimeField(default=django.utils.timezone.now, verbose_name="Zeitpunkt"),
        ),
    ]
