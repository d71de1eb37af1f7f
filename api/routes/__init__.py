"""The routes of the REST API: they translate between HTTP and the packages that do the work."""
