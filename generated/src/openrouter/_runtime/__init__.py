"""The runtime shared by every operation: requests, retries, decoding, errors.

This package is the same in every SDK. It knows nothing of any API, and imports only itself,
`httpx2` and `msgspec`, each of them on first use.
"""
