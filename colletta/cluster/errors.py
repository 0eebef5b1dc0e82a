"""What can go wrong with the cluster. Every message is a sentence with its cure."""


class ClusterError(Exception):
    """The embedded database cannot be used; the message says why and what to do."""


class HomeUnusable(ClusterError):
    """The home folder cannot be created or written."""


class BinariesUnusable(ClusterError):
    """No PostgreSQL of a supported version is where it should be."""


class DatabaseUnavailable(ClusterError):
    """The server did not start, or stopped answering."""
