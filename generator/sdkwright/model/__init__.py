"""What all stages share: the IR, names, limits, JSON pointers, graphs and ECMAScript patterns.

Imports nothing of the other rooms, and opens no files.
"""
