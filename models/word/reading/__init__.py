"""Inside the reader of Word files: runs and their looks, numbers of lists, notes, tracked changes found."""
