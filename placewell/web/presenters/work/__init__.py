"""A person's work: each job with the support in it, its clock and how it ended."""
