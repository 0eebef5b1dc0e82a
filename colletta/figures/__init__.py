"""What a campaign's books say, as one set of figures."""

from colletta.figures.campaign_figures import CampaignFigures
from colletta.figures.queries import figures_of, figures_of_many

__all__ = ["CampaignFigures", "figures_of", "figures_of_many"]
