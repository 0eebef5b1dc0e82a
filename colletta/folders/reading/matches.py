"""The list [[match]] of campaign.toml: a partner's rule, as data."""

from colletta.folders.contents import Match, Rule
from colletta.folders.reading.frame import Frame
from colletta.folders.reading.sums import read_ratio, read_share, read_sum
from colletta.folders.reading.tables import Table
from colletta.folders.reading.wording import fault_in_slug
from colletta.matching.models import Gives
from colletta.money import Money

# Which key says how much, by what the match gives.
MEASURES = {
    Gives.GAP_TO_TARGET: (),
    Gives.FLAT: ("amount",),
    Gives.SHARE_OF_TARGET: ("share",),
    Gives.RATIO: ("ratio", "cap_per_gift"),
}


def read_match(table: Table, frame: Frame) -> Match:
    """One [[match]]."""
    rule = read_rule(table, frame)
    match = Match(
        **vars(rule),
        partner=table.text("partner", longest=200),
        partner_place=table.text("partner_place", longest=200, required=False),
        call=read_call(table),
    )
    if rule.gives == Gives.QUADRATIC and not match.call:
        table.fault("call", 'A quadratic match shares the pool of a call. Name it: call = "…".')
    table.refuse_others()
    return match


def read_rule(table: Table, frame: Frame) -> Rule:
    """When a partner adds, and what."""
    gives = table.choice("gives", Gives.values)
    refuse_foreign_measures(table, gives)
    threshold, threshold_share = read_threshold(table, frame)
    return Rule(
        threshold=threshold,
        threshold_share=threshold_share,
        minimum_supporters=table.whole("minimum_supporters", least=0, most=1_000_000) or 0,
        window_days=table.whole("window_days", least=1, most=3660),
        gives=gives,
        amount=read_sum(table, "amount", frame.currency, required=gives == Gives.FLAT),
        share=read_share(table, "share", required=gives == Gives.SHARE_OF_TARGET),
        ratio=read_ratio(table, "ratio", required=gives == Gives.RATIO),
        cap=read_sum(table, "cap", frame.currency, required=gives == Gives.RATIO),
        cap_per_gift=read_sum(table, "cap_per_gift", frame.currency),
        counts_offline=table.switch("counts_offline"),
    )


def refuse_foreign_measures(table: Table, gives: str) -> None:
    """A measure of another kind of match would be kept and never used: it is a mistake."""
    for kind, keys in MEASURES.items():
        for key in keys:
            if gives and kind != gives and key in table.values:
                table.fault(
                    key, f'This belongs to gives = "{kind}", not to "{gives}". Take it out.'
                )


def read_threshold(table: Table, frame: Frame) -> tuple[Money | None, int | None]:
    """What people must give first: a sum or a share of the target, one of the two."""
    money = read_sum(table, "threshold", frame.currency, zero=True)
    share = read_share(table, "threshold_share", zero=True)
    named = [key for key in ("threshold", "threshold_share") if key in table.values]
    if len(named) != 1:
        table.fault(
            named[-1] if named else "",
            'Write threshold (a sum, "0.00" for none) or threshold_share ("40%"), one of the two.',
        )
    return money, share


def read_call(table: Table) -> str:
    call = table.text("call", longest=80, required=False)
    if call and (reason := fault_in_slug(call)):
        table.fault("call", reason)
    return call
