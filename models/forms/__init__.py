"""A comparison, a draft or a ledger as a page or as data: HTML, Markdown, a printer's page, JSON."""
