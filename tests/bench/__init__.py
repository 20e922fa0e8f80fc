"""The speed figures, as ratios to a bare page that is measured in the same run. `make bench`."""
