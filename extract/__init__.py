"""From article text to dated, attributed statements."""
