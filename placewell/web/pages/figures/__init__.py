"""Pages of figures: fidelity as it stands, outcomes, and what each measure counts."""

from placewell.web.pages.figures import fidelity, measures

PAGES = [*fidelity.PAGES, *measures.PAGES]
