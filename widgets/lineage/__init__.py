"""The lineage of a paragraph: every draft with its words, and where each phrase came, left and came back."""
