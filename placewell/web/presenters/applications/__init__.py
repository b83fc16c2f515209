"""Applications and interviews in words: of one person, one by one, of the unit, and for the person themselves."""
