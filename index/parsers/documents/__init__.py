"""Office documents, PDF, RTF and EPUB."""
