"""Leads of the unit, ready to print: the list, one lead, and how it stands beside what people want."""
