"""What a page shows, as words and numbers ready to print: templates do no arithmetic."""
