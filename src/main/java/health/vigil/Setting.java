package health.vigil;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/// What must be known before Quarkus can read its configuration: a system property, or the environment variable of
/// the same name in capitals with underscores.
enum Setting {
    BROKER("kafka.bootstrap.servers"),
    DATABASE("quarkus.datasource.jdbc.url"),
    /// `false`: never start a broker or a database.
    EMBEDDED("vigil.embedded"),
    /// The folder of everything kept between runs; `data` unless given.
    DATA("vigil.data"),
    /// The folder of the accounts of a service that names a broker and a database, yet keeps its own accounts.
    ACCOUNTS("vigil.access.folder"),
    MANAGEMENT_PORT("quarkus.management.port"),
    /// Where the build left the broker and the database; `target/embedded` unless given.
    BINARIES("vigil.binaries");

    private final String property;

    Setting(String property) {
        this.property = property;
    }

    boolean isGiven() {
        return value().isPresent();
    }

    boolean is(String expected) {
        return value().filter(expected::equals).isPresent();
    }

    Path pathOr(String usual) {
        return Path.of(value().orElse(usual)).toAbsolutePath().normalize();
    }

    private Optional<String> value() {
        var variable = property.toUpperCase(Locale.ROOT).replace('.', '_');
        return Optional.ofNullable(System.getProperty(property))
                .or(() -> Optional.ofNullable(System.getenv(variable)))
                .filter(value -> !value.isBlank());
    }
}
