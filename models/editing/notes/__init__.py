"""Footnotes of the working text: written, cited again, named in words, and "Ibid."."""
