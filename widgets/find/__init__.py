"""Finding and replacing in the text, and searching every draft of the dossier."""
