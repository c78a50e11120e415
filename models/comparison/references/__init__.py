"""What a text names in itself, and what its notes cite, and whether that is still the same."""
