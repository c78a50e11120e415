"""Inside the clean file: styles, lists, the masthead table, notes, the package around them."""
