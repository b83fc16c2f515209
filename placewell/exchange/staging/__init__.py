"""Laying a package aside in temporary tables, beside the record, before anything is written."""
