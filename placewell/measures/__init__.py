"""Measures: counted units from one text of SQL each, and figures that are sums of them. Reads only.

``taking.take`` gives one figure, ``fidelity.fidelity`` the picture of all items, ``outcomes.outcomes``
the outcomes of a period.
"""
