"""The dossier page: the graph of drafts as a timeline with lanes, what changed at each step, and an inspector."""
