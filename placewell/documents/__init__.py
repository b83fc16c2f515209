"""Papers that people take away: written once as neutral blocks, handed over as Word or as PDF.

A room's module here makes a `paper.Document` out of records; `word` and `pdf` turn any of them
into a file. What people typed is only ever shown, never read as markup.
"""
