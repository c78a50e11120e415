"""Writing in the text: the sheet on which the working text is written, its keys, its footnotes, what it offers."""
