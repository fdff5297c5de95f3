"""Files on disk: found, decoded, written."""
