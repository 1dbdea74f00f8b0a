#!/bin/sh
# Inspects the image of `mvnw package -Pimage`, and runs its entry point as a pod would: on its own read-only root, as user
# 10001, without capabilities, with /tmp of 128 MB. The C library comes from this machine; in production it comes from the base
# image. Needs root (for the namespaces), python3, and the settings in the environment; a pod of the chart has them in a file.
#
#     image/try.sh target/image/vigil.tar look
#     VIGIL_ROLES=serve KAFKA_BOOTSTRAP_SERVERS=... image/try.sh target/image/vigil.tar run [ARGUMENT...]
set -eu

tar=$1
what=$2
shift 2
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
mkdir "$root/image" "$root/files"
tar -xf "$tar" -C "$root/image"

config() {
    python3 - "$root/image" <<'PYTHON'
import json, os, sys
image = sys.argv[1]
def blob(descriptor):
    return os.path.join("blobs", *descriptor["digest"].split(":"))
def read(file):
    return json.load(open(os.path.join(image, file)))
manifest = read(blob(read("index.json")["manifests"][0]))
config = read(blob(manifest["config"]))
print("layers", *map(blob, manifest["layers"]))
for name in ("User", "WorkingDir", "Entrypoint", "Env", "ExposedPorts", "Labels"):
    print(name, json.dumps(config["config"].get(name)))
for step in config.get("history", []):
    print("layer of", step.get("comment") or step.get("created_by"))
PYTHON
}

unpack() {
    for layer in $(config | sed -n 's/^layers //p'); do
        tar --warning=no-unknown-keyword -xzf "$root/image/$layer" -C "$root/files"
    done
}

case $what in
look)
    config
    unpack
    for layer in $(config | sed -n 's/^layers //p'); do
        echo "$(tar --warning=no-unknown-keyword -tzf "$root/image/$layer" | wc -l) entries, $(wc -c < "$root/image/$layer") bytes, the first: $(tar --warning=no-unknown-keyword -tzf "$root/image/$layer" | grep -v '/$' | head -n 1)"
    done
    echo "shells: $(find "$root/files" \( -name sh -o -name bash -o -name busybox \) | wc -l)"
    echo "writable by others: $(find "$root/files" -type f -perm -o+w | wc -l)"
    ;;
run)
    unpack
    cd "$root/files"
    mkdir -p tmp proc dev lib lib64 usr/lib etc
    export ROOT="$root/files"
    unshare --mount --pid --fork sh -c '
        set -eu
        mount --bind "$ROOT" "$ROOT"
        for folder in lib lib64 usr/lib; do mount --bind "/$folder" "$ROOT/$folder"; done
        mount --rbind /dev "$ROOT/dev"
        mount -t proc proc "$ROOT/proc"
        mount -t tmpfs -o size=128m,mode=1777 tmpfs "$ROOT/tmp"
        mount -o remount,ro,bind "$ROOT"
        exec env -u ROOT LANG=C.UTF-8 VIGIL_EMBEDDED=false \
            setpriv --no-new-privs --inh-caps=-all \
            chroot --userspec=10001:10001 "$ROOT" /opt/java/bin/java -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED \
            --sun-misc-unsafe-memory-access=allow -jar /app/quarkus-run.jar "$@"' sh "$@"
    ;;
esac
