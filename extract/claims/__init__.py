"""Claims: who says that an event happened, whether it did, and how firmly the text stands behind it."""
