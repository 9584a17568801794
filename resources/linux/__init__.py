"""Desktop entry, AppStream metadata and icon for Linux desktops; nothing but files."""
