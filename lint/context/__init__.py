"""Words in their context: how a text is read, the learned model, and what else speaks for a word."""
