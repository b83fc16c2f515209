"""A day in the life, in Chromium."""
