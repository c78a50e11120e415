"""The start page: recent dossiers, what to begin with, and where to drop files."""
