"""Plans with their words, ready to print: one sheet a plan, and the list of a person's plans."""

from placewell.web.presenters.plans.gathering import whole_plan, whole_plans
from placewell.web.presenters.plans.sheet import Sheet, sheet

__all__ = ["Sheet", "sheet", "whole_plan", "whole_plans"]
