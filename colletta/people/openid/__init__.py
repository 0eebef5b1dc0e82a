"""Signing in with another site: OpenID Connect, no more of it than we need."""
