"""The files of docs/hosting fit the program."""

import re

import pytest

from tests.cli.running import CHECKOUT

HOSTING = CHECKOUT / "docs" / "hosting"


@pytest.mark.parametrize("program", ["server", "worker"])
def test_a_unit_starts_its_program(program: str) -> None:
    unit = (HOSTING / f"colletta-{program}.service").read_text()
    command = {"server": "serve"}.get(program, program)
    assert f"-m colletta {command}\n" in unit
    for line in ("User=colletta", "NoNewPrivileges=yes", "ProtectSystem=strict", "Restart=always"):
        assert line in unit.splitlines()


def test_no_proxy_hands_on_what_a_visitor_claims() -> None:
    nginx = (HOSTING / "nginx.conf").read_text()
    assert "proxy_set_header X-Forwarded-For $remote_addr;" in nginx
    assert "proxy_set_header Host $host;" in nginx
    assert "proxy_set_header X-Forwarded-Proto $scheme;" in nginx
    assert 'proxy_set_header Forwarded "";' in nginx
    assert not re.search(r"^\s*proxy_cache", nginx, re.MULTILINE)
    caddy = (HOSTING / "Caddyfile").read_text()
    assert "trusted_proxies" not in caddy  # by default Caddy replaces the header
    assert "header_up -Forwarded" in caddy
    # A2: to the server X_Forwarded_For is X-Forwarded-For; nginx drops it, Caddy hands it on.
    assert {"header_up -X_*", "header_up -X-Forwarded_*"} <= {
        one.strip() for one in caddy.splitlines()
    }
    assert "underscores_in_headers" not in nginx


def test_A44_the_log_of_nginx_keeps_no_link_that_opens_something() -> None:
    nginx = (HOSTING / "nginx.conf").read_text()
    assert "access_log /var/log/nginx/colletta.log colletta;" in nginx
    log = nginx.partition("log_format")[2].partition(";")[0]
    assert "$opens_nothing" in log
    assert not re.search(r"\$(request|request_uri|http_referer)\b", log)
    (door,) = re.findall(r'"~(\^.*\$)"', nginx)
    pattern = re.compile(door.replace("?<", "?P<"))
    for kind in ("pledges", "people/organisations/invitations", "people/openid/proof"):
        found = pattern.match(f"/it/{kind}/{'t' * 32}/payments/?kept=1")
        assert found is not None
        assert (found["door"], found["rest"]) == (f"/it/{kind}/", "/payments/?kept=1")
    assert not pattern.match("/it/campaigns/a-roof/pledges/new/")


def test_proxies_ask_where_the_server_listens() -> None:
    for name in ("nginx.conf", "Caddyfile"):
        assert "127.0.0.1:8000" in (HOSTING / name).read_text()
