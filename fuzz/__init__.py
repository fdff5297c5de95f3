"""Search for inputs that break copydesk: ``python -m fuzz TARGET --seconds 60``."""
