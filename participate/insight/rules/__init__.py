"""Rules of what people type in beside the figures. Pure."""
