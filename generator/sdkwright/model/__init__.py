"""What all stages share: the IR, names, limits, graphs and ECMAScript patterns."""
