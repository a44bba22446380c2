"""The closed lists of words that records and queries share."""

GRADES = ("outstanding", "good", "requires-improvement", "adequate", "inadequate")
# What the annual ratings of 2009 to 2011 said instead of a grade.
ANNUAL_WORDS = ("performs excellently", "performs well", "performs adequately", "performs poorly")
AREAS = (
    "overall-effectiveness", "help-and-protection", "leadership", "care-leavers", "adoption", "lscb",
    "children-looked-after", "children-in-care", "children-in-care-and-care-leavers", "capacity-to-improve",
    "outcomes-looked-after", "quality-of-provision", "safeguarding", "unspecified",
)
STATUSES = ("current", "previous")
CERTAINTIES = ("stated", "implied")
SOURCES = ("press", "official")
TRUSTS = ("press", "read-from-report", "restated", "unverified")
QUALIFIERS = ("exact", "rounded", "about", "nearly", "more-than", "less-than", "at-least", "at-most")
QUOTE_KINDS = ("direct", "mixed", "indirect")
RENDITIONS = ("original", "digest")
COUNCIL_TYPES = (
    "unitary", "county", "metropolitan-district", "london-borough", "city-of-london", "isles-of-scilly",
)
COUNCIL_STATUSES = ("current", "abolished")
REGIONS = (
    "East Midlands", "East of England", "London", "North East", "North West", "South East", "South West",
    "West Midlands", "Yorkshire and The Humber",
)
