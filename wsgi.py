"""The door for servers and for `flask --app wsgi …`."""

from participate.app import create_app

app = create_app()
