"""The export dialog: in which form a text leaves, against what it is marked, what goes out and what stays."""
