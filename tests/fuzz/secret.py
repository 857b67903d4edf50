"""What lies beside the published folder and must never be sent."""

SECRET = b"nobody is told this"
