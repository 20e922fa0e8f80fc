"""Where: borough, wards, streets and hubs; postcode to ward and 250 m square; walking minutes."""
