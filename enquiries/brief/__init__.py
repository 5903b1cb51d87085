"""The brief: everything a client can tell about a mandate, one topic a page, kept as a draft until they send it."""
