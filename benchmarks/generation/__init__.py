"""The cost of generating an SDK, compared with other generators: time, memory, lines.

`synthetic` creates documents of any size, `generators` defines how each generator is run,
`measuring` runs them, and `page` and `plot` show the results.
"""
