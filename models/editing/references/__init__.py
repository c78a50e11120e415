"""References to paragraphs and notes of the text: what they mean, that they follow, and what is told of them."""
