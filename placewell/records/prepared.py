"""How many questions a connection to PostgreSQL keeps planned."""

# A worker asks some two hundred different ones in a day; the driver would keep a hundred and forget in between.
MOST = 500


def keep(sender=None, connection=None, **_):
    """Keep them on a new connection (signal receiver for connection_created)."""
    if connection.vendor == "postgresql":
        connection.connection.prepared_max = MOST
