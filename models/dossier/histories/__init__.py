"""What became of a paragraph, a phrase, a negotiation from draft to draft."""
