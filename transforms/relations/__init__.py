"""Roles and other links that an article states: who presides over what, what is part of what."""
