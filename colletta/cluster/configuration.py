"""The server's settings: defaults an operator may edit, and those that must hold."""

from colletta.cluster.host import Host

# Written once into postgresql.conf: a small machine that also runs the site.
DEFAULTS = """
# Colletta's defaults; edit freely.
max_connections = 80
shared_buffers = 128MB
effective_cache_size = 512MB
work_mem = 8MB
maintenance_work_mem = 64MB
max_wal_size = 512MB
random_page_cost = 1.1
timezone = 'UTC'
log_timezone = 'UTC'
log_line_prefix = '%m [%p] %q%u@%d '
log_lock_waits = on
lc_messages = 'C'
"""

_FORGETFUL = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


def server_arguments(host: Host) -> list[str]:
    """Command line settings, which win over the file."""
    settings = {
        "listen_addresses": "",
        "unix_socket_directories": f'"{host.place.socket}"',
        "unix_socket_permissions": "0700",
        "port": "5432",
    }
    if not host.durable:
        settings.update(_FORGETFUL)
    return [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]


def locale_arguments(version: int) -> list[str]:
    """The same order of letters on every machine; the builtin provider exists from 17 on."""
    if version >= 17:
        return ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
    return ["--locale-provider=libc", "--locale=C.UTF-8"]
