"""Each rule of the thread breaks where it should and holds where it should; one file for each file of rules."""
