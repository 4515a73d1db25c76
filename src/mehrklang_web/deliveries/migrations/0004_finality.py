from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('deliveries', '0003_said_withdrawn_and_summed'),
    ]

    operations = [
        migrations.AddField(
            model_name=name,
            name='finality_key',
            field=models.CharField(blank=True, default='', max_length=30, verbose_name='Ergebnisstand der Datei'),
        )
        for name in ('trial', 'delivery')
    ]
