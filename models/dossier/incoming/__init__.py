"""Files that come in: read, kept in order, those that return matched to the draft they were made on."""
