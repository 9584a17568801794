"""What stands around the panes: messages above, status below."""
