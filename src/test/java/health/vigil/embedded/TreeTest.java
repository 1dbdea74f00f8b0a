package health.vigil.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class TreeTest {
    @TempDir
    private Path home;

    @RepeatedTest(10)
    void somebodyElseDeletesTheSameTree() throws Exception {
        var tree = planted(100, 5);
        var other = new ProcessBuilder("rm", "-rf", tree.toString()).start();
        while (count(tree) == 100) {
            Thread.onSpinWait();
        }

        Tree.delete(tree);

        assertThat(other.waitFor()).isZero();
        assertThat(tree).doesNotExist();
    }

    @Test
    void noTreeIsNoError() throws IOException {
        Tree.delete(home.resolve("nothing"));

        assertThat(home).isEmptyDirectory();
    }

    @Test
    void aLinkIsDeletedAndNotFollowed() throws IOException {
        var kept = Files.writeString(home.resolve("kept"), "kept");
        var tree = Files.createDirectory(home.resolve("tree"));
        Files.createSymbolicLink(tree.resolve("link"), kept);

        Tree.delete(tree);

        assertThat(tree).doesNotExist();
        assertThat(kept).hasContent("kept");
    }

    private static int count(Path tree) {
        var folders = tree.toFile().list();
        return folders == null ? 0 : folders.length;
    }

    private Path planted(int folders, int files) throws IOException {
        var tree = home.resolve("tree");
        for (var folder = 0; folder < folders; folder++) {
            var at = Files.createDirectories(tree.resolve("folder-" + folder));
            for (var file = 0; file < files; file++) {
                Files.createFile(at.resolve("file-" + file));
            }
        }
        return tree;
    }
}
