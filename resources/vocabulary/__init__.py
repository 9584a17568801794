"""A starter SKOS vocabulary of online child-protection policy; nothing but files."""
