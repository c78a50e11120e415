"""Tables in a merge: rows as units, cell by cell."""
