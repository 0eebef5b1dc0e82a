"""What may be wrong with the settings of an installation."""


class SettingsUnusable(Exception):
    """The message says which setting, where it stands, and what to do."""
