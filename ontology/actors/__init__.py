"""The gazetteer as data: reviewed sources in ``source/``, compiled by ``build`` into ``gazetteer.jsonl``."""
