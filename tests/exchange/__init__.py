"""Tests of what other systems say and hear."""
