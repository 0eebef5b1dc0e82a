"""Reporting what others see; asking the desk to look again."""
