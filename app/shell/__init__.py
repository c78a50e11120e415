"""What stands around every page, which page is shown, and what can be done on it."""
