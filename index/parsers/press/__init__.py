"""Exports of press databases: Europresse, Factiva, LexisNexis."""
