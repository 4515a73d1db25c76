import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('results', '0005_earlier_release'),
        ('monitors', '0004_starting_point'),
    ]

    operations = [
        migrations.CreateModel(
            name='ReportedTerritory',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='Fassung')),
                ('content', models.TextField(blank=True, verbose_name='Gebietsstand')),
                ('at', models.DateTimeField(auto_now=True, verbose_name='Zeitpunkt')),
                ('edition', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='monitors.edition')),
            ],
            options={'ordering': ('pk',)},
        ),
    ]
