"""The masthead as a form: its parts in the lines of a text, facts of the field, checks, and writing it back."""
