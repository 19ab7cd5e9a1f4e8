"""marsad reads news reports about armed conflict and keeps one sourced record of what they say."""

__version__ = "0.1.0"
