"""The doors: command line, REST, and the web page."""
