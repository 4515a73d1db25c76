from django.db import migrations, models


class Migration(migrations.Migration):
    """No names: a Fachbereich goes on working in every field of action, as before."""

    dependencies = [("people", "0003_first_password")]

    operations = [
        migrations.AddField(
            model_name="account",
            name="own_fields",
            field=models.JSONField(blank=True, default=list, verbose_name="eigene Handlungsfelder"),
        ),
    ]
