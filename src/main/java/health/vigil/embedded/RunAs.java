package health.vigil.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// How PostgreSQL is run: it refuses to be root.
sealed interface RunAs {
    /// The command that runs `words` so.
    List<String> command(List<String> words);

    /// Makes the folder one that it can own.
    void own(Path folder) throws IOException;

    /// An ordinary user runs it as itself.
    record SameUser() implements RunAs {
        @Override
        public List<String> command(List<String> words) {
            return words;
        }

        @Override
        public void own(Path folder) {}
    }

    /// Root runs it behind another program, and the folder belongs to the user that this makes of it.
    record OtherUser(List<String> program, int uid) implements RunAs {
        /// In a user namespace of its own it is nobody in particular, and its files stay root's.
        static final OtherUser NAMESPACE = new OtherUser(List.of("unshare", "--user", "--"), 0);
        /// Where namespaces are forbidden: as `nobody`.
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

    static RunAs found(PostgresPrograms programs) throws InterruptedException, IOException {
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
