"""Today: what is due and late for a specialist, what is booked, and who has no next step.

Other rooms add their lines through `placewell.web.presenters.today.sources`.
"""
