"""The built-in account that commands act as. Nobody can sign in to it: it has no usable password."""

from django.contrib.auth.hashers import make_password
from django.db import migrations

from placewell.records.guard import acting


def make(apps, schema_editor):
    alias = schema_editor.connection.alias if schema_editor else "default"
    with acting(by=None, verb="installation.made"):
        apps.get_model("people", "Account").objects.using(alias).get_or_create(
            email="system@placewell.invalid",
            defaults={"full_name": "system", "is_built_in": True, "is_active": False, "password": make_password(None)},
        )


class Migration(migrations.Migration):
    dependencies = [("people", "0001_initial")]
    operations = [migrations.RunPython(make, migrations.RunPython.noop)]
