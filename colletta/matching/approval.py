"""All that a partner approves of one match, on one paper that can be checked.

Whoever gave is named by a keyed hash, which is another one in every match: the paper tells people
apart and tells nobody who they are. The digest is that of everything on the paper but the instant
it was drawn up, so that two papers with the same digest say the same.
"""

import csv
import hashlib
import io
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.crypto import salted_hmac

from colletta.matching.crowd import crowds_of, stands_of
from colletta.matching.exclusions import Exclusion, Reason, exclusions_of
from colletta.matching.models import Match, Rule
from colletta.matching.reckoning import Crowd
from colletta.matching.standing import MatchStanding, standings_of
from colletta.money import Money
from colletta.pledges.models import Pledge

SALT = "colletta.matching.approval"
LONGEST = 16  # hexadecimal digits of a pseudonym
# With one of these in front a spreadsheet would take a text for something to be worked out.
WORKED_OUT = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, kw_only=True)
class Line:
    """One settled gift: when its money came, of whom, how much is left, how much of it counts."""

    at: datetime
    supporter: str
    amount: Money
    counted: Money
    reason: Reason | None


@dataclass(frozen=True, kw_only=True)
class Paper:
    """What a partner approves. `crowd` is how the rule counts what is there."""

    standing: MatchStanding
    rule: Rule
    crowd: Crowd
    lines: tuple[Line, ...]

    @property
    def match(self) -> Match:
        """What it is about."""
        return self.standing.match

    @property
    def out(self) -> dict[Reason, Money]:
        """How much does not count, by the reason; a reason that nothing has is left out."""
        found: dict[Reason, Money] = {}
        for line in self.lines:
            if line.reason is not None:
                less = line.amount - line.counted
                found[line.reason] = found.get(line.reason, less - less) + less
        return found

    @property
    def digest(self) -> str:
        """SHA-256 of all that is on the paper, in hexadecimal digits."""
        canonical = json.dumps(self.as_json(), sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(canonical.encode()).hexdigest()

    def as_json(self) -> dict[str, Any]:
        """Everything on the paper; sums as strings in major units, instants in UTC."""
        match = self.match
        return {
            "campaign": match.campaign.slug,
            "call": match.call_name,
            "partner": match.partner.name,
            "rule": {"version": match.rule_version, **rule_as_json(match, match.campaign.currency)},
            "window": [match.opens_at.isoformat(), match.closes_at.isoformat()],
            "state": self.standing.state.value,
            "steps": {state: at.isoformat() for state, at in sorted(self.standing.steps.items())},
            "supporters": self.crowd.people,
            "counted": Money(self.crowd.counted, match.campaign.currency).major(),
            "adds": self.standing.adds.major(),
            "gifts": [
                [
                    line.at.isoformat(),
                    line.supporter,
                    line.amount.major(),
                    line.counted.major(),
                    line.reason,
                ]
                for line in self.lines
            ],
        }

    def as_csv(self) -> str:
        """A line for each gift, then what they come to and the digest; safe for spreadsheets."""
        written = io.StringIO()
        rows = csv.writer(written, lineterminator="\r\n")
        rows.writerow(["at", "supporter", "amount", "counted", "currency", "not_counted_because"])
        for line in self.lines:
            cells = (
                line.at.isoformat(),
                line.supporter,
                line.amount.major(),
                line.counted.major(),
                line.amount.currency,
                line.reason or "",
            )
            rows.writerow([as_text(cell) for cell in cells])
        told = self.as_json()
        for name in ("campaign", "partner", "call", "state", "supporters", "counted", "adds"):
            rows.writerow([f"# {name}", as_text(str(told[name]))])
        rows.writerow(["# rule", as_text(json.dumps(told["rule"], sort_keys=True))])
        rows.writerow(["# sha256", self.digest])
        return written.getvalue()


def rule_as_json(terms: Match | Rule, currency: str) -> dict[str, Any]:
    """A rule for machines: sums in major units, shares times 10,000, ratios likewise."""
    said = {name: value for name, value in terms.copied_terms().items() if value is not None}
    sums = {name for name in said if name.endswith("_minor")}
    return {
        name.removesuffix("_minor"): Money(value, currency).major() if name in sums else value
        for name, value in said.items()
    }


def paper_of(match: Match) -> Paper:
    """The paper of a match as the books stand now."""
    campaign = match.campaign
    standing = next(one for one in standings_of([campaign])[campaign.pk] if one.match == match)
    crowd = standing.crowd or crowds_of([match], stands_of([campaign]))[match.pk]
    return Paper(
        standing=standing,
        rule=match.call.rules.get(version=match.rule_version),
        crowd=crowd,
        lines=tuple(_lines(match, exclusions_of([match]))),
    )


def pseudonym(match: Match, key: str) -> str:
    """The name of a supporter on the paper of this match, and on no other."""
    return salted_hmac(SALT, f"{match.pk}:{key}", algorithm="sha256").hexdigest()[:LONGEST]


def as_text(cell: str) -> str:
    """A cell that no spreadsheet works out."""
    return f"'{cell}" if cell.startswith(WORKED_OUT) else cell


def _lines(match: Match, uncounted: Sequence[Exclusion]) -> list[Line]:
    whole = {one.key: one.reason for one in uncounted if one.pledge is None}
    single = {one.pledge: one.reason for one in uncounted if one.pledge is not None}
    gifts = Pledge.objects.filter(campaign=match.campaign_id, net_minor__gt=0)
    lines = []
    for gift in gifts.order_by("confirmed_at", "pk"):
        key = gift.email_key or f"pledge:{gift.pk}"
        reason = whole.get(key) or single.get(gift.pk)
        counts = gift.net_minor if reason in (None, Reason.NAMELESS) else 0
        lines.append(
            Line(
                at=gift.confirmed_at or gift.made_at,
                supporter=pseudonym(match, key),
                amount=gift.net,
                counted=Money(counts, gift.net.currency),
                reason=reason,
            )
        )
    return lines
