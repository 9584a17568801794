"""What one asks with: the field, its help, the filters, the searches kept."""
