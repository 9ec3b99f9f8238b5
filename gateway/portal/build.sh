#!/usr/bin/env bash
# Builds the portal for the gateway's Maven build and puts it where it is told: build.sh <directory>.
# Checks and builds only if something has changed since the last time; installs packages only if the lock file has.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
target=$1

if ! command -v npm >/dev/null || ! node -e '
    const [major, minor] = process.versions.node.split(".").map(Number);
    process.exit(major > 20 || (major === 20 && minor >= 19) ? 0 : 1)' 2>/dev/null; then
  echo "The portal (gateway/portal) is built with Node.js 20.19 or later and npm; found: $(node --version 2>/dev/null || echo none). To install it:" >&2
  echo "  sudo apt-get install --yes nodejs npm && sudo npm install --global node@20 npm@11" >&2
  echo "To build the gateway without its pages: ./mvnw -Dportal.skip verify" >&2
  exit 1
fi

sum() { sha256sum "$@" | sha256sum; }
lock=$(sum package-lock.json .npmrc)
inputs=$(find . ../../*/src/test/resources/approved/openapi.json ../src/main/java/org/servicepartner/gateway/pages/Portal.java -type f -not -path './node_modules/*' -not -path './dist/*' -not -path './test-output/*' -print0 | sort -z | xargs -0 sha256sum | sha256sum)
state=node_modules/.portal

if [[ $(cat "$state/lock" 2>/dev/null) != "$lock" ]]; then
  npm ci --no-progress --loglevel=error
  mkdir -p "$state" && echo "$lock" >"$state/lock"
fi
if [[ ! -f dist/index.html || $(cat "$state/inputs" 2>/dev/null) != "$inputs" ]]; then
  rm -f "$state/inputs"
  npm run --silent check
  npm run --silent build -- --logLevel warn
  echo "$inputs" >"$state/inputs"
fi
# What is shipped, for whoever looks it up in a list of weak spots; beside the list of the gateway's own libraries.
sboms=$(dirname "$target")/META-INF/sbom
mkdir -p "$sboms" && npm sbom --sbom-format=cyclonedx --sbom-type=application --omit=dev --package-lock-only >"$sboms/portal.cdx.json"
rm -rf "$target" && mkdir -p "$target" && cp -R dist/. "$target"
