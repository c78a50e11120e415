"""What stands around every page: top bar, status bar, notices, progress, the palette, the veil while files hover."""
