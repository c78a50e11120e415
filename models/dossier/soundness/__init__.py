"""Whether a dossier is sound, and damage told as that."""
