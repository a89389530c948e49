"""The commands of the command line, one file each; anything slow to import is imported when a command runs."""
