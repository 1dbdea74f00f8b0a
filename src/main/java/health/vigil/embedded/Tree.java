package health.vigil.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;

/// A folder with all that is in it.
final class Tree {
    private static final String UID = "unix:uid";

    private Tree() {}

    /// A folder nobody else may look into: it will hold patients' data.
    static void makePrivate(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }

    static void delete(Path tree) throws IOException {
        if (Files.exists(tree, LinkOption.NOFOLLOW_LINKS)) {
            try (var all = Files.walk(tree)) {
                for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(path);
                }
            }
        }
    }

    static void give(Path tree, int uid) throws IOException {
        try (var all = Files.walk(tree)) {
            for (var path : all.toList()) {
                if (!Files.getAttribute(path, UID, LinkOption.NOFOLLOW_LINKS).equals(uid)) {
                    Files.setAttribute(path, UID, uid, LinkOption.NOFOLLOW_LINKS);
                }
            }
        }
    }
}
