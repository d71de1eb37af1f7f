"""Compiles the gazetteer from its reviewed sources, and imports raw facts into those sources."""
