#!/usr/bin/env bash
# Deploys over SSH. DEPLOY_TOKEN is a secret of the environment, as YAML:
#   host: deploy@vm-1.example.com
#   known-host: vm-1.example.com ssh-ed25519 AAAA…       (ssh-keyscan once, and compare it with what the machine says)
#   key: <the private key in base64, on one line>
set -euo pipefail

value() { sed -n "s/^$1: *//p" <<< "$DEPLOY_TOKEN"; }
keys=$(mktemp -d)
trap 'rm -rf "$keys"' EXIT
umask 077
value known-host > "$keys/known_hosts"
value key | base64 --decode > "$keys/key"

for component in $COMPONENTS; do
  echo "$component of $SOURCE@${SOURCE_SHA:0:7} to $DEPLOY_ENVIRONMENT"
  tar -czf - -C "hub-builds/hub-build-$component" . |
    ssh -i "$keys/key" -o UserKnownHostsFile="$keys/known_hosts" -o StrictHostKeyChecking=yes -o BatchMode=yes \
      "$(value host)" "deploy-component $component $SOURCE_SHA"
done
