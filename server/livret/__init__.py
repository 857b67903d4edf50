"""Livret: an offline-first guide for people who have just arrived in a new country."""

__version__ = "0.1.0"
