"""How paragraphs live on from draft to draft, and what a hand says of it."""
