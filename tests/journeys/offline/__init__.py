"""Forms that wait on a device, in a browser in which service workers run."""
