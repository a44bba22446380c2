"""gunicorn, made so that who is slow or silent keeps nobody waiting: settings, worker, connections, early refusals."""
