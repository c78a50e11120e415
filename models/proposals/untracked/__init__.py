"""What was changed without tracking, and which kept draft a file was made on."""
