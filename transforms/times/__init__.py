"""Time expressions: found, joined, and placed on the calendar."""
