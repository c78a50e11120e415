"""The lists that print the numbers of new paragraphs: joined, brought along or made."""
