"""The window: what stands around every page, which page is shown, and what each act of the user calls."""
