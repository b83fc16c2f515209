import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('people', '__first__'),
        ('records', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Invitation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('withdrawn_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('withdrawn_because', models.TextField(blank=True, default='', editable=False)),
                ('email', models.EmailField(max_length=254)),
                ('role', models.TextField(choices=[('client', 'Client'), ('employment_specialist', 'Employment specialist'), ('supervisor', 'Supervisor'), ('clinician', 'Clinician'), ('service_manager', 'Service manager'), ('executive', 'Executive'), ('reviewer', 'Fidelity reviewer'), ('trainer', 'Trainer'), ('commissioner', 'Commissioner'), ('administrator', 'Administrator')])),
                ('role_ends_on', models.DateField(blank=True, null=True)),
                ('digest', models.TextField(unique=True)),
                ('ends_at', models.DateTimeField()),
                ('used_at', models.DateTimeField(blank=True, null=True)),
                ('client', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='records.client')),
                ('event', models.ForeignKey(db_index=False, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='records.event')),
                ('recorded_by', models.ForeignKey(db_index=False, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('review', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='records.fidelityreview')),
                ('service', models.ForeignKey(db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='records.service')),
                ('staff', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='records.staff')),
                ('teams', models.ManyToManyField(blank=True, related_name='+', to='records.clinicalteam')),
                ('withdrawn_by', models.ForeignKey(blank=True, db_index=False, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('role__in', ['client', 'employment_specialist', 'supervisor', 'clinician', 'service_manager', 'executive', 'reviewer', 'trainer', 'commissioner', 'administrator'])), name='invitation_role_is_known', violation_error_message='“role” is one of: client, employment_specialist, supervisor, clinician, service_manager, executive, reviewer, trainer, commissioner, administrator.'), models.CheckConstraint(condition=models.Q(models.Q(('role__in', ['employment_specialist', 'service_manager', 'supervisor']), _negated=True), ('staff__isnull', False), _connector='OR'), name='invitation_staff_named', violation_error_message='Choose the member of staff who is invited.'), models.CheckConstraint(condition=models.Q(models.Q(('role__in', ['client']), _negated=True), ('client__isnull', False), _connector='OR'), name='invitation_client_named', violation_error_message='Choose the client who is invited.'), models.CheckConstraint(condition=models.Q(models.Q(('role__in', ['reviewer']), _negated=True), ('role_ends_on__isnull', False), _connector='OR'), name='invitation_role_ends_on_named', violation_error_message="A reviewer's access ends with the review. Give the day.")],
            },
        ),
        migrations.CreateModel(
            name='RoleHeld',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('withdrawn_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('withdrawn_because', models.TextField(blank=True, default='', editable=False)),
                ('role', models.TextField(choices=[('client', 'Client'), ('employment_specialist', 'Employment specialist'), ('supervisor', 'Supervisor'), ('clinician', 'Clinician'), ('service_manager', 'Service manager'), ('executive', 'Executive'), ('reviewer', 'Fidelity reviewer'), ('trainer', 'Trainer'), ('commissioner', 'Commissioner'), ('administrator', 'Administrator')])),
                ('started_on', models.DateField()),
                ('ended_on', models.DateField(blank=True, null=True)),
                ('account', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('client', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='records.client')),
                ('event', models.ForeignKey(db_index=False, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='records.event')),
                ('recorded_by', models.ForeignKey(db_index=False, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('review', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='records.fidelityreview')),
                ('service', models.ForeignKey(db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='records.service')),
                ('staff', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='records.staff')),
                ('teams', models.ManyToManyField(blank=True, related_name='+', to='records.clinicalteam')),
                ('withdrawn_by', models.ForeignKey(blank=True, db_index=False, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name_plural': 'roles held',
                'constraints': [models.CheckConstraint(condition=models.Q(('role__in', ['client', 'employment_specialist', 'supervisor', 'clinician', 'service_manager', 'executive', 'reviewer', 'trainer', 'commissioner', 'administrator'])), name='roleheld_role_is_known', violation_error_message='“role” is one of: client, employment_specialist, supervisor, clinician, service_manager, executive, reviewer, trainer, commissioner, administrator.'), models.CheckConstraint(condition=models.Q(('ended_on', None), ('ended_on__gte', models.F('started_on')), _connector='OR'), name='roleheld_ended_on_not_before', violation_error_message='The end is before the start. Correct one of the two dates.'), models.CheckConstraint(condition=models.Q(models.Q(('role__in', ['employment_specialist', 'service_manager', 'supervisor']), _negated=True), ('staff__isnull', False), _connector='OR'), name='roleheld_staff_named', violation_error_message='Choose the member of staff whose account this is.'), models.CheckConstraint(condition=models.Q(models.Q(('role__in', ['client']), _negated=True), ('client__isnull', False), _connector='OR'), name='roleheld_client_named', violation_error_message='Choose the client whose account this is.'), models.CheckConstraint(condition=models.Q(models.Q(('role__in', ['reviewer']), _negated=True), ('ended_on__isnull', False), _connector='OR'), name='roleheld_ended_on_named', violation_error_message="A reviewer's access ends with the review. Give the day.")],
            },
        ),
    ]
