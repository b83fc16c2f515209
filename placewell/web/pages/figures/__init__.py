"""Pages of figures: fidelity as it stands, outcomes, and what each measure counts."""

from placewell.web.pages.figures import employers_and_jobs, fidelity, item, measures, outcomes

PAGES = [*fidelity.PAGES, *employers_and_jobs.PAGES, *item.PAGES, *outcomes.PAGES, *measures.PAGES]
