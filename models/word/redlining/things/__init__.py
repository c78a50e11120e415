"""What a paragraph holds beside words, deleted, moved and carried over whole: pictures, boxes, fields, links."""
