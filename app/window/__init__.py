"""The window itself: its rooms made and wired, what each act of the user calls, and what was open open again."""
