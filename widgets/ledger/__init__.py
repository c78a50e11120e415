"""What a Word file holds beside its text, and what becomes of it."""
