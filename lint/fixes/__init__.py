"""Fixes: which go together, and how text is taken out without a trace."""
