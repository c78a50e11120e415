"""Two drafts, side by side or inline."""
