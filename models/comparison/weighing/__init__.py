"""How much a change weighs, and by which rules."""
