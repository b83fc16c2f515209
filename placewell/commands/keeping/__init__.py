"""Backups: one zip file with the whole database, the uploaded files, and a manifest of both.

`archive` is the file; `sqlite` and `postgresql` know how to copy a database out while it is
written to, and how to put one in its place at one stroke; `backups` and `restoring` are the two
ways.
"""
