import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('monitors', '0004_starting_point'),
        ('results', '0004_missed_target'),
    ]

    operations = [
        migrations.CreateModel(
            name='EarlierRelease',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('told', models.CharField(max_length=120, verbose_name='in welcher Ausgabe')),
                ('source', models.CharField(max_length=120, verbose_name='Quelle')),
                ('sha256', models.CharField(max_length=64, verbose_name='Prüfsumme (SHA-256)')),
                ('content', models.TextField()),
                ('revised', models.BooleanField(verbose_name='zurückgezogen')),
                ('at', models.DateTimeField(auto_now_add=True, verbose_name='eingelesen')),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='monitors.edition')),
            ],
            options={
                'ordering': ('pk',),
            },
        ),
    ]
