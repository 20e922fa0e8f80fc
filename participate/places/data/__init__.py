"""Facts about the borough that ship with the product: wards, old ward codes and the packed postcode table."""
