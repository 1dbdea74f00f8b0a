package health.vigil.helm;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.quarkus.agroal.runtime.DataSourcesJdbcRuntimeConfig;
import io.quarkus.datasource.runtime.DataSourcesRuntimeConfig;
import io.quarkus.flyway.runtime.FlywayRuntimeConfig;
import io.quarkus.oidc.runtime.OidcConfig;
import io.quarkus.runtime.init.InitRuntimeConfig;
import io.quarkus.runtime.shutdown.ShutdownConfig;
import io.quarkus.vertx.http.runtime.VertxHttpConfig;
import io.quarkus.vertx.http.runtime.management.ManagementConfig;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.ConfigMappings.ConfigClass;
import io.smallrye.jwt.config.JWTAuthContextInfoProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The names of all settings that the application reads.
final class KnownNames {
    private static final Pattern LITERAL = Pattern.compile("\"(vigil\\.[a-z.-]+)\"");

    private final Set<String> names;

    private KnownNames(Set<String> names) {
        this.names = names;
    }

    static KnownNames collect() {
        return new KnownNames(Stream.of(ours(), read(), quarkus(), tokens(), kafka())
                .flatMap(each -> each)
                .collect(Collectors.toSet()));
    }

    /// A name that ends in `*` is a map; the rest is the key.
    boolean contains(String property) {
        return names.contains(property)
                || names.stream()
                        .filter(name -> name.endsWith(".*"))
                        .anyMatch(name -> property.startsWith(name.substring(0, name.length() - 1)));
    }

    /// Whether an environment variable of this name sets one of them.
    boolean containsVariable(String variable) {
        return names.stream().map(KnownNames::variable).anyMatch(variable::equals);
    }

    private static Stream<String> ours() {
        return new ClassFileImporter()
                .importPath(Path.of("target/classes/health/vigil")).stream()
                        .filter(type -> type.isAnnotatedWith(ConfigMapping.class))
                        .map(JavaClass::reflect)
                        .flatMap(KnownNames::mapped);
    }

    /// Settings that are read by name, before or without a mapping.
    private static Stream<String> read() {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java")).map(KnownNames::text).toList().stream()
                    .flatMap(text -> LITERAL.matcher(text).results().map(found -> found.group(1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> quarkus() {
        return Stream.of(
                        VertxHttpConfig.class,
                        ManagementConfig.class,
                        ShutdownConfig.class,
                        InitRuntimeConfig.class,
                        FlywayRuntimeConfig.class,
                        DataSourcesRuntimeConfig.class,
                        DataSourcesJdbcRuntimeConfig.class,
                        OidcConfig.class)
                .flatMap(KnownNames::mapped);
    }

    private static Stream<String> tokens() {
        return Arrays.stream(JWTAuthContextInfoProvider.class.getDeclaredFields())
                .flatMap(field -> Stream.ofNullable(field.getAnnotation(ConfigProperty.class)))
                .map(ConfigProperty::name);
    }

    private static Stream<String> kafka() {
        return Stream.of(ProducerConfig.configNames(), ConsumerConfig.configNames(), AdminClientConfig.configNames())
                .flatMap(Set::stream)
                .map(name -> "kafka." + name);
    }

    private static Stream<String> mapped(Class<?> mapping) {
        return ConfigClass.configClass(mapping).getProperties().keySet().stream();
    }

    private static String variable(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
