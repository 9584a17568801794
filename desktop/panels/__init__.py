"""The panes of the window; each takes the session and shows one side of it."""
