"""Publishing by `git push`: a push becomes a release that is live, or nothing happens."""
