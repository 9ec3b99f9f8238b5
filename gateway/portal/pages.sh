#!/usr/bin/env bash
# Looks at every page of the portal that build.sh has built, in Chromium (npm run pages:once), unless nothing has changed since it last
# passed.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
state=node_modules/.portal

if [[ $(cat "$state/pages" 2>/dev/null) == "$(cat "$state/inputs")" ]]; then exit; fi
for browser in "${CHROMIUM:-}" /usr/bin/chromium-headless-shell /usr/bin/chromium; do
  if [[ -n $browser && -x $browser ]]; then
    CHROMIUM=$browser npm run --silent pages:once
    cp "$state/inputs" "$state/pages"
    exit
  fi
done
echo "There is no Chromium to look at the portal's pages in. To install it:" >&2
echo "  sudo apt-get install --yes chromium-headless-shell" >&2
echo "To test without looking at them: ./mvnw -Dportal.pages.skip verify" >&2
exit 1
