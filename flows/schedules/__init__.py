"""Runs that happen by themselves: when, in which processes, what they leave to be seen, whom they tell of a failure."""
