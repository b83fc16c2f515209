"""Any record: looked at with its earlier versions, corrected, withdrawn, undone."""
