"""From what people type to the terms that are compared: letters, languages, stop words, stems. Pure."""
