"""What a call of the SDK costs, beside its peers: `make bench`.

Nothing here is imported by the generator or by what it generates.
"""
