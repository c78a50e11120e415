"""What a Word file says beside its text as it leaves the house: taken out, then looked for by other means."""
