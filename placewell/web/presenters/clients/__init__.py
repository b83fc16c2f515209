"""People: found in a list, and each on a page of their own."""
