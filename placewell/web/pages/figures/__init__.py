"""Pages of figures: fidelity as it stands, outcomes, and what each measure counts."""

from placewell.web.pages.figures import fidelity, item, measures, outcomes

PAGES = [*fidelity.PAGES, *item.PAGES, *outcomes.PAGES, *measures.PAGES]
