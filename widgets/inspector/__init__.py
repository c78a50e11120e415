"""Beside the text: what is known of the paragraph at the caret."""
