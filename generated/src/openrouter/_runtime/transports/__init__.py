"""What sends a request, and the connections that it keeps."""
