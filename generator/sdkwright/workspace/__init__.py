"""Access to the machine: atomic writes, the cache, git, and a process for searches."""
