"""Before a page leaves its address: who links to it, what rests on it, what its cluster loses, where readers go then.

``departure`` gathers it, ``screens`` and ``bulk`` show it in Wagtail's own flow and make the redirects.
"""
