"""The open dossier: opened, filled and let go."""
