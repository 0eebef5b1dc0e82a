"""How one installation is put together."""
