"""The words of the neighbourhood: TOML and CSV files, and the module that reads them."""
