"""What a file that is to leave must not hold, looked for by other means, and what is told of it."""
