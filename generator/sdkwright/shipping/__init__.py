"""Ships the SDK to its users: builds a package, checks it, and uploads it to an index.

`building` makes the files, `publishing` decides whether they may be uploaded, `index` queries what
is already published; `site` makes a documentation site. The contents of the package are given;
nothing here generates anything.
"""
