from django.db import migrations, models


class Migration(migrations.Migration):
    """Accounts that are there already have chosen their password, or may have: nobody is locked out of a running
    installation."""

    dependencies = [("people", "0002_german_collation")]

    operations = [
        migrations.AddField(
            model_name="account",
            name="first_password",
            field=models.BooleanField(default=False, editable=False, verbose_name="hat noch das erste Passwort"),
        ),
    ]
