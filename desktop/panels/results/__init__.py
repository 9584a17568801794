"""What a search found: the list, its timeline, and the ways out of an empty one."""
