"""End marks, and the "and" of lists: what each paragraph should end with, and that it does."""
