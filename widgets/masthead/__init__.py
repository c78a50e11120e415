"""The page of the masthead: its fields on one side, the first page as it will print on the other."""
