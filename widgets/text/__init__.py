"""The text page: one draft as it reads, numbers in the margin, notes below, its outline beside it."""
