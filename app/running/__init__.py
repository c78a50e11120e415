"""How the program runs: work off the window's thread, trouble told in one place, memory searched while nobody types."""
