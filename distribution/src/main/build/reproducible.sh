#!/usr/bin/env bash
# Builds the checked-out commit twice, in two fresh clones in folders of different length, and compares every jar and the
# archive byte by byte. Takes two builds' time, so it is a command for releases and for doubt, not a part of the tests.
set -euo pipefail
root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../../../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT

for clone in "$work/a" "$work/another"; do
  git clone --quiet -- "$root" "$clone"
  (cd -- "$clone" && ./mvnw --batch-mode --no-transfer-progress --quiet -Pquick,archive package)
done

differ=0
cd -- "$work/a/distribution/target"
for file in home/lib/*.jar home/plugins/*.jar *.tar.gz; do
  if ! cmp -- "$file" "$work/another/distribution/target/$file"; then differ=1; fi
done
if [ "$differ" = 0 ]; then printf 'Both builds gave the same bytes.\n'; fi
exit "$differ"
