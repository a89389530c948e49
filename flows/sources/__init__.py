"""Configured sources: what `sources.toml` names, how each is opened, and what is remembered of it between runs."""
