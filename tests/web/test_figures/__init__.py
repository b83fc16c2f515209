"""Pages of figures, over a small service whose figures are known by hand."""
