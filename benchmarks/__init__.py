"""What must be fast, against what, and how to repeat it; each writes its results beside itself."""
