"""What stands around Flask: headers, compression, kept answers, limits, and what is counted and told of requests."""
