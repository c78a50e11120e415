"""Words found and replaced."""
