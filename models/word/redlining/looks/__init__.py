"""What new paragraphs and words look like in a file: like those of their kind there."""
