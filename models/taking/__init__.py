"""Changes of a comparison put into a third text, each at its place among those of both drafts."""
