"""What becomes of many documents: `python -m benchmarks.survey FOLDER...`, or `make survey`."""
