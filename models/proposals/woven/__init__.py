"""A tracked file as one stream of words, note marks and ends of paragraphs, each with its changes."""
