"""What a colleague needs to carry on with a person tomorrow, as blocks that a page and a paper draw alike."""
