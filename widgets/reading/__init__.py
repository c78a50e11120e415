"""A draft that is read beside the text that is written."""
