"""What changed, in words: of a paragraph, of a table, of a whole text; and how often each thing happened."""
