"""Words of a file that nobody sees: hidden, faint, cut off, off the page, or between what is accepted and rejected."""
