"""Taking dispatches in: find the inputs, read them in a child process, record what is new.

``sources`` walks what the user named; ``worker`` supervises the children that run ``child``, where
files are opened (``opening``), parsed and measured (``fingerprint``, ``originals``);
``recognition`` tells the known from the new; ``session`` is the whole import.
"""
