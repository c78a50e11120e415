"""The open dossier: opened, filled, listed and told about on its page; and the dossiers opened before."""
