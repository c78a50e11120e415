"""The page of the open dossier: what comes in, what others wrote, what is told; and the dossiers opened before."""
