"""The seventeen sustainable development goals of the United Nations (resolution A/RES/70/1, 2015).

Numbers and names are the official ones; the sentences are ours.
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Goal:
    """One goal: its number, official short name, one sentence."""

    number: int
    name: Promise
    sentence: Promise


_LISTED = (
    (_("No Poverty"), _("Nobody, anywhere, has to live without what life needs.")),
    (_("Zero Hunger"), _("Enough good food for everybody, grown without wearing out the land.")),
    (_("Good Health and Well-being"), _("People of every age stay well, or are cared for.")),
    (_("Quality Education"), _("Everybody can learn, as children and all life long.")),
    (_("Gender Equality"), _("Women and girls decide, earn and live as freely as anybody.")),
    (_("Clean Water and Sanitation"), _("Safe water and a decent toilet for every home.")),
    (_("Affordable and Clean Energy"), _("Clean energy at a price that everybody can pay.")),
    (
        _("Decent Work and Economic Growth"),
        _("Work that is safe and fairly paid, in an economy that lasts."),
    ),
    (
        _("Industry, Innovation and Infrastructure"),
        _("Sound roads, networks and workshops, open to new ideas."),
    ),
    (_("Reduced Inequalities"), _("Smaller gaps between people, and between countries.")),
    (
        _("Sustainable Cities and Communities"),
        _("Neighbourhoods where it is good, safe and affordable to live."),
    ),
    (
        _("Responsible Consumption and Production"),
        _("Make and use things so that little is wasted and much is used again."),
    ),
    (_("Climate Action"), _("Slow the heating of the climate and prepare for what comes.")),
    (_("Life Below Water"), _("Seas and shores full of life, clean, fished with measure.")),
    (_("Life on Land"), _("Woods, soils and wild animals protected and brought back.")),
    (
        _("Peace, Justice and Strong Institutions"),
        _("Less violence, fair courts, offices that answer to the people."),
    ),
    (_("Partnerships for the Goals"), _("Countries, groups and people work on this together.")),
)

GOALS = {
    number: Goal(number, name, sentence) for number, (name, sentence) in enumerate(_LISTED, start=1)
}
