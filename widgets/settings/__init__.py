"""Settings in one plain dialog: rows told as data, every change told at once."""
