#!/bin/sh
# Starts the broker and gives it the policies in definitions.json. They are not loaded by load_definitions, because a
# broker that is configured to do so creates no user from RABBITMQ_DEFAULT_USER, and a user in a file is a secret in a file.
#
#   delivery-limit 50   every kill of a worker counts as one delivery for all it held; what comes back 50 times is poison
#   dead-letter-*       nothing that is turned out is dropped: it waits in "dead-letters", and the ledger sends the document again
#   max-length          far above what the ledger has on the line (25 times its default of MaxOnLine): reached only when something
#                       is wrong, and then the publisher is told instead of a full disk stopping everybody
#   dead-letters        kept for a week and bounded: they are for looking at, the documents themselves are in the ledger
set -eu

marker=/tmp/dateline-policies
rm -f "$marker"
cp /opt/dateline/dateline.conf /etc/rabbitmq/conf.d/50-dateline.conf

(
  # The server makes the cookie as its own user: a tool that comes first would make it as root, and the server could not read it.
  until [ -s /var/lib/rabbitmq/.erlang.cookie ]; do sleep 1; done
  until rabbitmqctl --quiet await_startup >/dev/null 2>&1; do sleep 1; done
  until rabbitmqctl --quiet import_definitions /opt/dateline/definitions.json >/dev/null; do sleep 5; done
  touch "$marker"
) &

exec docker-entrypoint.sh "$@"
