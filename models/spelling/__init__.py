"""Spelling as the United Nations have it: dictionaries of the machine, -ize, words of the field and of a dossier."""
