"""What may leave the house, to whom, and on what paper: profiles, certificates, the base a text is tracked on."""
