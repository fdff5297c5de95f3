"""Plain text taken apart: words, sentences, casing, near duplicates."""
