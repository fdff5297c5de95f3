"""Patterns of rules: compiled, bounded in time, and tried only where they can match."""
