"""The cost of SDK calls, compared with peers: `make bench`.

Nothing here is imported by the generator or by what it generates.
"""
