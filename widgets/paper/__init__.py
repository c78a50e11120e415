"""Paper: paragraphs laid out and painted with their marks, numbers and folds, for every page that shows text."""
