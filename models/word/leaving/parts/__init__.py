"""What of the parts, links and fields of a file may leave, and what they become."""
