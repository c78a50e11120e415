"""Changes of a comparison put into a third text, each beside the neighbours it has in the new draft."""
