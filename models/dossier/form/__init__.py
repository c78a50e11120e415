"""The form of a dossier file, how it is opened, who holds it, and what is said of it under a name."""
