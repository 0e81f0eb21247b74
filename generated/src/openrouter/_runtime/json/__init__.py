"""Values: models, and JSON read and written."""
