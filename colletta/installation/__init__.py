"""The settings of one installation, kept in a file."""

from colletta.installation.errors import SettingsUnusable
from colletta.installation.settings_file import read_into, settings_path

__all__ = ["SettingsUnusable", "read_into", "settings_path"]
