"""What IPS says: pure functions, with no framework, no database and no clock.

Today, holidays and thresholds are arguments. A rule answers with a ``Finding``:
a verdict *and because*. Its docstring names the source and the edition.
"""
