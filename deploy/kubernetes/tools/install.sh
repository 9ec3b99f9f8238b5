#!/usr/bin/env bash
# Installs the tools of package.json beside it, if the lock file has changed since the last time.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

if ! command -v npm >/dev/null || ! node -e 'process.exit(Number(process.versions.node.split(".")[0]) >= 20 ? 0 : 1)' 2>/dev/null; then
  echo "The manifests (deploy/kubernetes) are checked with tools from npm, by Node.js 20 or later; found: $(node --version 2>/dev/null || echo none). To install it:" >&2
  echo "  sudo apt-get install --yes nodejs npm && sudo npm install --global node@20 npm@11" >&2
  exit 1
fi

lock=$(sha256sum package-lock.json .npmrc | sha256sum)
if [[ $(cat node_modules/.lock 2>/dev/null) != "$lock" ]]; then
  npm ci --no-progress --loglevel=error
  echo "$lock" >node_modules/.lock
fi
