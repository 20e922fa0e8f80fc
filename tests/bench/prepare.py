"""An empty, migrated database with the borough and the recipes."""

from participate.app import create_app
from participate.core import config
from participate.serve import prepare

if __name__ == "__main__":
    settings = config.read()
    prepare(create_app(settings), settings)
