"""What leaves the house from the window: the dialog, the file, and the proposals compiled."""
