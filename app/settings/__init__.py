"""The settings: kept in one file, asked for in one dialog, held in the window."""
