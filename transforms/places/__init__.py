"""Where: names found in the gazetteer and resolved to one place on the ground."""
