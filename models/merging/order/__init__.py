"""Where everything stands: moves of both, what is put in, sections, and brackets over several paragraphs."""
