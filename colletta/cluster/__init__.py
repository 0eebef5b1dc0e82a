"""The embedded PostgreSQL, found where another process runs it, else started."""

from colletta.cluster.binaries import Binaries
from colletta.cluster.cluster import Cluster
from colletta.cluster.errors import ClusterError, DatabaseUnavailable
from colletta.cluster.home import default_home

__all__ = ["Binaries", "Cluster", "ClusterError", "DatabaseUnavailable", "default_home"]
