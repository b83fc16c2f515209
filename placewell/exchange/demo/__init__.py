"""A believable made-up IPS service as contract rows: for the demo and for benchmarks.

    tables = make_service(today=date.today())
    write_package(tables, "somewhere")

No network, no clock, no framework: `today` is an argument, and the same
arguments give the same rows.
"""

from placewell.exchange.demo.accounts import DemoAccount, demo_accounts
from placewell.exchange.demo.history import make_service, make_units
from placewell.exchange.demo.package import write_package

__all__ = ["DemoAccount", "demo_accounts", "make_service", "make_units", "write_package"]
