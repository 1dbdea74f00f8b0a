package health.vigil;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/// Settings that are needed before Quarkus reads its configuration: a system property, or the environment
/// variable of the same name in capitals with underscores.
enum Setting {
    BROKER("kafka.bootstrap.servers"),
    DATABASE("quarkus.datasource.jdbc.url"),
    /// `false`: never start a broker or a database.
    EMBEDDED("vigil.embedded"),
    /// The folder for everything that is kept between runs; default `data`.
    DATA("vigil.data"),
    /// The folder of the accounts, for a service that uses an external broker and database but its own
    /// accounts.
    ACCOUNTS("vigil.access.folder"),
    MANAGEMENT_PORT("quarkus.management.port"),
    /// The folder of the build's broker and database; default `target/embedded`.
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
