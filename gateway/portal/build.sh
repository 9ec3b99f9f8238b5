#!/usr/bin/env bash
# What Maven calls: `build.sh build` makes dist, `build.sh check` checks types, style and logic. Neither repeats what is done already.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

node -e 'const [major, minor] = process.versions.node.split("."); process.exit(major > 20 || (major == 20 && minor >= 19) ? 0 : 1)' 2>/dev/null || {
  echo "The portal is built with Node.js 20.19 or later. Install it: apt-get install nodejs npm && npm install --global node@22" >&2
  exit 1
}

# Whether one of the files is newer than the mark.
newer_than() {
  local mark=$1
  shift
  [ ! -e "$mark" ] || [ -n "$(find "$@" -type f -newer "$mark" -print -quit)" ]
}

sources=(src build index.html package-lock.json vite.config.ts)
others=(test dev generate-api.mjs package.json tsconfig.json eslint.config.js vitest.config.ts ../../*/src/test/resources/approved/openapi.json)

if newer_than node_modules/.installed package-lock.json; then
  npm ci --no-progress --loglevel=error
  touch node_modules/.installed
fi
case ${1:-} in
  build)
    if newer_than dist/index.html "${sources[@]}"; then
      npm run --silent build -- --logLevel warn
    fi
    ;;
  check)
    if newer_than node_modules/.checked "${sources[@]}" "${others[@]}"; then
      npm run --silent check
      touch node_modules/.checked
    fi
    ;;
  *)
    echo "Usage: build.sh build|check" >&2
    exit 2
    ;;
esac
