"""Texts read from files, and files made, verified and put at their place, for the window and the command line. No Qt,
except to print a PDF."""
