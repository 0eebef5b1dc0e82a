"""A partner's rule as the folder has it."""

from colletta.campaigns.models import Campaign
from colletta.folders.writing.matches import match_values
from colletta.matching.models import Match, Partner


def test_a_rule_is_written_in_the_words_of_the_format() -> None:
    match = Match(
        campaign=Campaign(currency="EUR"),
        partner=Partner(name="Fondazione Delta", place="Trieste"),
        threshold_share=4050,
        gives="ratio",
        ratio=5000,
        cap_minor=7000,
        cap_per_gift_minor=700,
    )
    written = {key: value for key, value in match_values(match).items() if value}
    assert written == {
        "partner": "Fondazione Delta",
        "partner_place": "Trieste",
        "threshold_share": "40.5%",
        "gives": "ratio",
        "ratio": "0.5",
        "cap": "70.00",
        "cap_per_gift": "7.00",
    }
