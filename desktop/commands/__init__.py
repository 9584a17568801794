"""What a user may do to the archive, each as one step of the undo stack."""
