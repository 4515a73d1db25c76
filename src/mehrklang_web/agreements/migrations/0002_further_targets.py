"""Voices and versions also belong to the targets of other areas and groups."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('agreements', '0001_agreements'),
    ]

    operations = [
        migrations.RemoveConstraint(model_name='keptversion', name='version_kept_once'),
        *(
            migrations.AddField(
                model_name=model,
                name=name,
                field=models.CharField(blank=True, default='', max_length=length, verbose_name=label),
            )
            for model in ('keptversion', 'keptvoice')
            for name, length, label in (('area', 120, 'Gebiet'), ('group', 200, 'Gruppe'))
        ),
        migrations.AddConstraint(
            model_name='keptversion',
            constraint=models.UniqueConstraint(
                fields=('edition', 'kind', 'code', 'area', 'group', 'fingerprint'), name='version_kept_once'
            ),
        ),
    ]
