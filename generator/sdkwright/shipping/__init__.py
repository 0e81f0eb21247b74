"""Brings the SDK to its users: builds a package of it, checks that, and uploads it to an index.

`building` makes the files, `publishing` decides whether they may go out, `index` asks what is out
already. What is in the package was decided long before; nothing here generates anything.
"""
