"""Which part of the company answers a request."""

import ipaddress

from colletta.sandbox.api import serve as api
from colletta.sandbox.api.answer import Answer, refuse
from colletta.sandbox.api.request import Request
from colletta.sandbox.company import Company
from colletta.sandbox.control import serve as control
from colletta.sandbox.page import serve as page
from colletta.sandbox.page import static_files
from colletta.sandbox.refusal import Refusal


def dispatch(company: Company, request: Request) -> Answer:
    """The answer, whatever happens; only a fault of ours is raised."""
    try:
        check_host(request.headers.get("host", ""))
        if request.path.startswith("/v1/"):
            return api.serve(company, request)
        if request.path.startswith("/control/"):
            return control.serve(company, request)
        if request.path.startswith("/static/"):
            return static_files.serve(request)
        if request.path == "/health/live":
            return Answer(body=b"alive\n", kind="text/plain")
        return page.serve(company, request)
    except Refusal as refusal:
        return refuse(refusal)


def check_host(host: str) -> None:
    """Raises Refusal for a name that is not this machine's: another site's page, rebound."""
    name = host.rsplit(":", 1)[0] if not host.endswith("]") else host
    if not is_of_this_machine(name):
        raise Refusal("host_not_served")


def is_of_this_machine(name: str) -> bool:
    """Whether a host name or address is a loopback one."""
    try:
        return name == "localhost" or ipaddress.ip_address(name.strip("[]")).is_loopback
    except ValueError:
        return False
