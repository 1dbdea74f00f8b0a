package health.vigil.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The data folder of a running service: how to reach its broker and its database, and their processes.
record DataFolder(Path path) {
    static final String USER = "vigil";

    String bootstrapServers() throws IOException {
        return "127.0.0.1:" + firstLine("kafka/ports");
    }

    String jdbcUrl() throws IOException {
        return "jdbc:postgresql://127.0.0.1:" + firstLine("postgres/port") + "/" + USER;
    }

    String password() throws IOException {
        return Files.readString(path.resolve("postgres/password"));
    }

    /// The process id of the broker.
    long broker() throws IOException {
        return Long.parseLong(firstLine("kafka/process"));
    }

    /// The process id of PostgreSQL's first process.
    long database() throws IOException {
        return Long.parseLong(firstLine("postgres/process"));
    }

    Path credentials() {
        return path.resolve("credentials.json");
    }

    private String firstLine(String file) throws IOException {
        return Files.readAllLines(path.resolve(file)).getFirst();
    }
}
