"""A promise of money by a supporter to a campaign."""
