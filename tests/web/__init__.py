"""Pages: words, doors, headers."""
