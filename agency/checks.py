"""Project rules as system checks."""
