"""The tests, floor by floor as the product, with its hand counts and made-up services."""
