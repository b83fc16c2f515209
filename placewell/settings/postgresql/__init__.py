"""PostgreSQL as a database engine of Django's: `base` is where Django looks for it."""
