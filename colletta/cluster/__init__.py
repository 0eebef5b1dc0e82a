"""The embedded PostgreSQL: found when another process runs it, started when none does.

    cluster = Cluster(home)
    with cluster.running():
        psycopg.connect(cluster.url("app"))

Plain Python, no Django. `docs/decisions` tells why a keeper process runs the server.
"""

from colletta.cluster.binaries import Binaries
from colletta.cluster.cluster import Cluster
from colletta.cluster.errors import ClusterError, DatabaseUnavailable

__all__ = ["Binaries", "Cluster", "ClusterError", "DatabaseUnavailable"]
