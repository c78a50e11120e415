"""From the clipboard to paragraphs and back: HTML of Word and others, plain text, and a form of Adref's own."""
