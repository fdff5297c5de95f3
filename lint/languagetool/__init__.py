"""LanguageTool's rules: one protocol, whatever answers it."""
