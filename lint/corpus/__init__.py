"""Many files together: compared, and learned from."""
