"""From a question to suggestions: facts, candidates nearby first, scores, reasons, variety. Pure."""
