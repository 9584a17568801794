"""Text into paragraphs, and a dispatch while its fields are being found."""
