"""What several delegations ask for on one text, as one Word file: each change in its delegation's name."""
