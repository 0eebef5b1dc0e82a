"""One run from its first step to its last."""

from pathlib import Path
from typing import Any

from bench.ceiling import bare_server
from bench.forms import pledges_by_form
from bench.lengths import Lengths
from bench.load import drive
from bench.page import body_of, weight_of
from bench.site import Site, stage
from colletta.cluster import Cluster

Found = dict[str, Any]
FEW, MANY = 100, 100_000
CROWD = 100  # campaigns that a crowd spreads over


def measure(home: Path, *, lengths: Lengths) -> Found:
    """Every figure, in the order of the report."""
    with Site(home) as site:
        made = stage("campaigns", site, few=FEW, many=MANY, crowd=CROWD)
        page = _page(site, made, lengths)
        http = pledges_by_form(site, made["crowd_slugs"], count=lengths.http)
        memory = site.memory()
    with Cluster(home).running():  # alone: copies of a database are made while nobody uses it
        pledge = _pledge(site, made, lengths)
        if not site.books_are_true():
            raise RuntimeError("The books of the bench are broken: its figures mean nothing.")
    return {
        "page": page,
        "pledge": {"per_second_http": http, **pledge},
        "memory_mb": memory,
        "start_seconds": site.start_seconds,
    }


def _page(site: Site, made: Found, lengths: Lengths) -> Found:
    """The page with many gifts, kept; then made anew, in one process, on one core."""
    url = f"{site.url}/it/campaigns/{made['many_slug']}/"
    body = body_of(url)
    with bare_server(body=body, port_of=site) as bare:
        ceiling = drive(bare, seconds=lengths.load)
    kept = drive(url, seconds=lengths.load)
    slugs = {"few": made["few_slug"], "many": made["many_slug"]}
    rendered = stage("renders", site, pool=1, **slugs, count=lengths.renders)
    return {
        "per_second": kept.per_second,
        "ceiling_per_second": ceiling.per_second,
        "of_ceiling": round(kept.per_second / ceiling.per_second, 3),
        "rendered_per_second": rendered["per_second"],
        "p50_ms": kept.p50_ms,
        "p99_ms": kept.p99_ms,
        "gifts_100000_over_100": rendered["many_over_few"],
        "compressed_bytes": weight_of(site.url, url),
        "queries": rendered["queries"],
    }


def _pledge(site: Site, made: Found, lengths: Lengths) -> Found:
    action = stage("gifts", site, campaigns=made["crowd"], count=lengths.pledges)
    hot = stage("crowd", site, campaigns=made["crowd"][:1], seconds=lengths.crowd)
    spread = stage("crowd", site, campaigns=made["crowd"], seconds=lengths.crowd)
    return {
        "per_second_action": action["per_second"],
        "sql_ceiling_per_second": action["sql_per_second"],
        "of_sql_ceiling": round(action["per_second"] / action["sql_per_second"], 3),
        "hot_over_spread": round(hot["per_second"] / spread["per_second"], 3),
    }
