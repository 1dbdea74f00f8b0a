package health.vigil.embedded;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;

/// A folder with all its contents.
final class Tree {
    private static final String UID = "unix:uid";

    private Tree() {}

    /// Creates a folder that only its owner can read, for patient data.
    static void makePrivate(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }

    /// Deletes the folder completely, even if another process deletes it at the same time.
    static void delete(Path tree) throws IOException {
        Files.walkFileTree(tree, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                return continueIfGone(failure);
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
                var next = continueIfGone(failure);
                Files.deleteIfExists(folder);
                return next;
            }
        });
    }

    private static FileVisitResult continueIfGone(IOException failure) throws IOException {
        if (failure == null || failure instanceof NoSuchFileException) {
            return FileVisitResult.CONTINUE;
        }
        throw failure;
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
