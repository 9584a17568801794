"""What agencies send: news standards in XML and JSON, feeds, wire frames, releases."""
