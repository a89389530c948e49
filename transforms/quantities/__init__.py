"""Numbers of an article as rows: value, bound, unit, what is counted, and what happened to it."""
