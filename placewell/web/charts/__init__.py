"""Charts as plain SVG, worked out here and drawn by a template: no script, no style, in print too.

Presentation attributes only (the content policy forbids inline style). Each chart bears a title and
a description, and the page a table with the same numbers. Shapes and words say what colours say.
"""
