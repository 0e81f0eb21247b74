"""What it costs to generate an SDK, beside other generators: time, memory, lines.

`synthetic` makes documents of any size, `generators` says how each generator is run, `measuring`
runs them, and `page` and `plot` show what came of it.
"""
