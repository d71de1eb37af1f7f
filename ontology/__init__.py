"""What can be said: the terms of Regesta, its event types, its actors, and the values that cross its parts."""
