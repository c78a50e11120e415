"""What all forms of a comparison draw alike: numbers, bars, notes, rows of tables, and where they lie."""
