"""Help beside the text: a page for each task, which stays open while one works."""
