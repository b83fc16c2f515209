"""Today on the web."""
