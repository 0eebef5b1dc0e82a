"""Samples of the letters to whoever follows a campaign, writes to it, talks under it."""

from typing import Any

from colletta.desk.letters.sample import CLOSES, Sample, about_campaign, link

SAID = {
    "it": "Buongiorno! Serve una mano sabato mattina?\nPorto anche la pala.",
    "en": "Hello! Do you need a hand on Saturday morning?\nI can bring a spade.",
}
NEWS = {"it": "È arrivata la terra", "en": "The soil is here"}


def _sample(template: str, **more: Any) -> Sample:
    def words(language: str) -> dict[str, Any]:
        told = {"address": link(language, "messages/example/"), "said": SAID[language]}
        return about_campaign(language) | told | more

    return Sample(f"community/letters/{template}", words)


AROUND = {
    "community.follow_confirm": [_sample("follow_confirm")],
    "community.follow_update": [_sample("follow_update", titles=NEWS, original="it")],
    "community.follow_reached": [_sample("follow_reached")],
    "community.follow_match": [_sample("follow_match", partner="Fondazione Delta")],
    "community.follow_ending": [_sample("follow_ending", closes_at=CLOSES, timezone="Europe/Rome")],
    "community.follow_ended": [
        _sample("follow_ended", cancelled=False),
        _sample("follow_ended", cancelled=True),
    ],
    "community.supporter_update": [
        _sample("supporter_update", name="Bruno", titles=NEWS, original="it", closed=closed)
        for closed in (False, True)
    ],
    "community.message_sent": [_sample("message_sent")],
    "community.message_for_owner": [
        _sample("message_for_owner", name="Ada Colombo", writer="Bruno Riva")
    ],
    "community.message_for_writer": [_sample("message_for_writer", name="Bruno Riva")],
    "community.comment_answered": [
        _sample("comment_answered", name="Bruno Riva", writer="Ada Colombo", number=1)
    ],
}
