"""What can be said: terms, event types, actors, and the values that cross the parts of Regesta."""
