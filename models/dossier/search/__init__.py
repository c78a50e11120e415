"""Looking for words in all drafts: the index, what is wanted, and where it stands."""
