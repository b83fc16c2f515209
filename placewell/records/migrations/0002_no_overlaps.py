"""The database keeps periods apart: one key worker a day, one term a day.

PostgreSQL does it by exclusion constraints (extension btree_gist, which ships with it), looked at
when the transaction ends; SQLite by triggers, looked at row by row.
"""

from django.db import migrations

PERIODS = (
    # table, whose days, which rows, what people are told
    ("records_allocation", "episode_id", "kind = 'key_worker'", "This episode already has a key worker then"),
    ("records_staffterm", "staff_id", "1 = 1", "Another term of this person covers some of these days"),
)

SQLITE = """
create trigger {table}_no_overlap_{verb} before {verb} on {table}
when new.withdrawn_at is null and {new_kind} and (new.ended_on is null or new.ended_on > new.started_on)
begin
  select raise(abort, '{message}')
  where exists (
    select 1 from {table} other
    where other.{owner} = new.{owner} and other.id <> coalesce(new.id, -1) and other.withdrawn_at is null
      and {other_kind}
      and (other.ended_on is null or other.ended_on > other.started_on)
      and (other.ended_on is null or other.ended_on > new.started_on)
      and (new.ended_on is null or other.started_on < new.ended_on)
  );
end
"""

POSTGRESQL = """
alter table {table} add constraint {table}_no_overlap
exclude using gist ({owner} with =, daterange(started_on, ended_on) with &&)
where (withdrawn_at is null and {kind}) deferrable initially deferred
"""


def keep_apart(apps, schema_editor):
    vendor = schema_editor.connection.vendor
    if vendor == "postgresql":
        schema_editor.execute("create extension if not exists btree_gist")
    for table, owner, kind, message in PERIODS:
        if vendor == "postgresql":
            schema_editor.execute(POSTGRESQL.format(table=table, owner=owner, kind=kind))
            continue
        for verb in ("insert", "update"):
            schema_editor.execute(
                SQLITE.format(
                    table=table, owner=owner, verb=verb, message=message,
                    new_kind=kind.replace("kind", "new.kind"), other_kind=kind.replace("kind", "other.kind"),
                )
            )


def let_go(apps, schema_editor):
    for table, *_ in PERIODS:
        if schema_editor.connection.vendor == "postgresql":
            schema_editor.execute(f"alter table {table} drop constraint {table}_no_overlap")
        else:
            for verb in ("insert", "update"):
                schema_editor.execute(f"drop trigger {table}_no_overlap_{verb}")


class Migration(migrations.Migration):
    dependencies = [("records", "0001_initial")]
    operations = [migrations.RunPython(keep_apart, let_go)]
