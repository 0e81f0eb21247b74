"""The peers, each called as its own documentation shows; one module per peer.

These modules run in the peer's own environment. They import nothing that one call does not need: a
cold start must not pay for anything else.
"""
