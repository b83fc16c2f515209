"""Item 21: competitive jobs, and the form's rule about services with few jobs."""

from dataclasses import replace

from placewell.measures.finish.sums import Counted, Sums, ratio


def competitive_jobs(counted: Counted) -> Sums:
    """The share of competitive, lasting jobs; with fewer than ten jobs running 1, and `structural`."""
    numbers = counted.item.numbers
    running = sum(unit.more["running"] for unit in counted.main)
    found = ratio(counted)
    if running >= numbers["fewest_running_jobs"]:
        return replace(found, extra={"running": running})
    rating = found.rating if found.rating is None else numbers["rating_with_fewer"]
    return replace(found, rating=rating, structural=True, extra={"running": running})
