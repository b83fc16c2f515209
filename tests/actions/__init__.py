"""What a person can do: given, when, then, and nothing else changed."""
