"""Stored records become the text of an answer: JSON, tables, citations, linked data; and whose their words are."""
