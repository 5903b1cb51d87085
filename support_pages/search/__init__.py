"""The site's search: what can be found, how words are compared, how what was found is ranked, counted and shown.

words → entries → keeping          what is stored of each page and fact, and when
words → synonyms → asking → matching → ranking → facets → finding → views
"""
