"""Events: what happened between whom, found by lexicons of verbs and nouns over Universal Dependencies."""
