"""Notes that come, go and change, and the parts of the file that hold them."""
