"""What is a word, and what a misspelt one was meant to be.

How a word is judged, in the order in which it happens:

- ``story``: the words of a document; ``lower`` are judged as words, ``capitalised`` as names,
  and what is all capitals by ``capitals``.
- ``unknown_words``: a lower-case word that no dictionary has; ``word_formation``: those that are built from known parts
  (un-Brexit-like) or stand like a foreign word or a part of a name (von, al-).
- ``proper_names``: any capitalised word is a name until there is evidence that it is another one, or a word, misspelt;
  its table says which evidence counts for which kind of name. ``capitalised`` is such a word with what is known of it,
  ``name_readings`` the same beside one thing that it may have been meant to be.
- ``brands``: names with a capital inside. ``typo_classifier``, ``suggestions``, ``edits``: what was
  meant, by likelihood.
- ``lexicon``: the dictionaries and how common words are; ``reasons``: tables of named reasons, the first that holds.
"""
