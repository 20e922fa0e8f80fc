"""The index: postings as weighted terms, kept so that a question touches only the rows that can match.
Pure.
"""
