"""References, headings with numbers and footnotes of the merged text: they mean what they meant, or it is told."""
