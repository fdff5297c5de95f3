"""What is a word, and what a misspelt one was meant to be."""
