"""A caseload, ready to print: what is looked for, the people, and how large it is."""
