"""What a connection to PostgreSQL is told when it opens, so that questions are answered as fast as they can be."""

# A worker asks some two hundred different ones in a day; the driver would keep a hundred and forget in between.
MOST = 500
# PostgreSQL takes finding a row for as slow as on a turning disk, four times as slow as reading on, and then
# reads whole tables for thirty rows. A record fits into memory. (Its manual: "random_page_cost".)
FINDING_A_ROW = 1.1


def keep(sender=None, connection=None, **_):
    """Tell a new connection (signal receiver for connection_created): questions are kept planned, rows lie near."""
    if connection.vendor == "postgresql":
        connection.connection.prepared_max = MOST
        connection.connection.execute(f"SET random_page_cost = {FINDING_A_ROW}")
