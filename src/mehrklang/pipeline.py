"""The pipeline: the path of one number, readable on one screen."""
