"""Measures: the figures are right, and the fast way equals the slow one."""
