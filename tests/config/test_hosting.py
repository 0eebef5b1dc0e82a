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


def test_proxies_ask_where_the_server_listens() -> None:
    for name in ("nginx.conf", "Caddyfile"):
        assert "127.0.0.1:8000" in (HOSTING / name).read_text()
