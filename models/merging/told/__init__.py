"""What follows from places and is set or told: last marks, what stands beside, and the account of all words."""
