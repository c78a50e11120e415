"""What a page can show: texts, comparisons, merges, lineages, returned files, the open dossier as listed. No Qt."""
