#!/usr/bin/env bash
# Packs heliograph-VERSION.tar.gz: the home folder with a Java runtime of its own, so that nothing need be installed, and what an
# operator reads: README, sample configuration, unit file, licences, bills of materials. The same source and the same JDK give
# the same bytes.
set -euo pipefail
export LC_ALL=C
version=$1
here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../../.." && pwd)
root=$(dirname -- "$here")
home="$here/target/home"
name="heliograph-$version"
stage="$here/target/archive/$name"
stamp='2026-11-24 00:00:00Z'

fail() { printf 'archive: %s\n' "$*" >&2; exit 1; }

rm -rf "$here/target/archive"
mkdir -p "$stage/config" "$stage/sbom" "$stage/licences/web-ui" "$stage/systemd"
for part in "$home"/*; do
  case "$(basename -- "$part")" in
    cache) ;; # made on each machine by its first run
    *) cp -rl -- "$part" "$stage/" ;;
  esac
done

modules=java.base,java.desktop,java.instrument,java.logging,java.management,java.naming,java.net.http,java.scripting
modules=$modules,java.security.jgss,java.sql,java.sql.rowset,java.transaction.xa,java.xml,jdk.charsets,jdk.crypto.ec
modules=$modules,jdk.httpserver,jdk.jfr,jdk.management,jdk.naming.dns,jdk.unsupported,jdk.zipfs
"$JAVA_HOME/bin/jlink" --add-modules "$modules" \
  --strip-java-debug-attributes --no-header-files --no-man-pages --output "$stage/runtime"

HELIOGRAPH_START_CACHE=off "$home/bin/heliograph" config sample > "$stage/config/heliograph.sample.yaml"
install -m 644 "$here/src/main/README.md" "$stage/README.md"
install -m 644 "$here/src/main/systemd/heliograph.service" "$stage/systemd/heliograph.service"

# Bills of materials: the service, the interface and every plugin have their own, since each comes and goes by itself.
bill() { # bill FILE NAME
  [ -f "$1" ] || fail "there is no bill of materials in $1; build with -Parchive"
  install -m 644 "$1" "$stage/sbom/$2.cdx.json"
}
bill "$here/target/bom.json" heliograph
bill "$root/platform/web-ui/target/bom.json" web-ui
for jar in "$stage"/plugins/*.jar; do
  plugin=$(basename -- "$jar" "-$version.jar")
  bill "$root/plugins/${plugin#heliograph-}/target/bom.json" "plugin-${plugin#heliograph-}"
done

cp -- "$root"/platform/web-ui/target/licences/*.txt "$stage/licences/web-ui/"
"$JAVA_HOME/bin/java" -cp "$home/lib/*" "$here/src/main/build/Notices.java" \
  "$here/src/main/licences" "$home/lib" "$stage/licences" "$root/LICENSE" "$stage"/sbom/*.json

tar --sort=name --owner=0 --group=0 --numeric-owner --mode='u+rwX,go+rX,go-w' --mtime="$stamp" --format=gnu \
  -C "$here/target/archive" -cf - "$name" | gzip -6 -n > "$here/target/$name.tar.gz"
