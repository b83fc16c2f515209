"""What pages are given to print."""
