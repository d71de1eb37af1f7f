// Wait until all indexes hold the content; a day at most.
CALL db.awaitIndexes(86400)
