"""What every operation of the SDK has in common: requests, retries, decoding, errors.

This package is the same in every SDK. It knows nothing of any API, and imports only itself,
`httpx2` and `msgspec`, each of them when it is first needed.
"""
