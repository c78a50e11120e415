"""PDF files: letters with their places, lines, pages without their furniture, paragraphs with notes."""
