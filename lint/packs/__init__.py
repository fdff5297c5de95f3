"""Rules: loaded from their packs, selected by the configuration, described to people."""
