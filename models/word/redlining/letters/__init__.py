"""The words of a paragraph letter by letter, and a script of changes carried out on its runs."""
