"""Pay bands as tables, as files and for download."""
