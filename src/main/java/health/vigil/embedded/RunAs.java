package health.vigil.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The user that PostgreSQL runs as; it refuses to run as root.
sealed interface RunAs {
    /// The command that runs `words` as this user.
    List<String> command(List<String> words);

    /// Makes this user the owner of a folder.
    void own(Path folder) throws IOException;

    /// An ordinary user runs it directly.
    record SameUser() implements RunAs {
        @Override
        public List<String> command(List<String> words) {
            return words;
        }

        @Override
        public void own(Path folder) {}
    }

    /// Root runs it through another program, and gives the folder to the user that this program maps to.
    record OtherUser(List<String> program, int uid) implements RunAs {
        /// Inside a user namespace it has no name, and its files still belong to root.
        static final OtherUser NAMESPACE = new OtherUser(List.of("unshare", "--user", "--"), 0);
        /// The user `nobody`, if namespaces are forbidden.
        static final OtherUser NOBODY =
                new OtherUser(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--"), 65_534);

        @Override
        public List<String> command(List<String> words) {
            return Stream.concat(program.stream(), words.stream()).toList();
        }

        @Override
        public void own(Path folder) throws IOException {
            Tree.give(folder, uid);
        }

        boolean works(PostgresPrograms programs) throws InterruptedException {
            return new Command(command(List.of(programs.postgres(), "--version")), Path.of("/dev/null")).works();
        }
    }

    static RunAs detect(PostgresPrograms programs) throws InterruptedException, IOException {
        if (!System.getProperty("user.name").equals("root")) {
            return new SameUser();
        }
        for (var way : List.of(OtherUser.NAMESPACE, OtherUser.NOBODY)) {
            if (way.works(programs)) {
                return way;
            }
        }
        throw new IOException("PostgreSQL refuses to run as root, and neither `unshare --user` nor `setpriv` can run "
                + programs.postgres() + " here: start Vigil as an ordinary user, or move it out of root's home");
    }
}
