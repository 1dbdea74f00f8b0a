package health.vigil;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/// Marks a test class that needs the running service. The build runs these classes in a separate JVM, in which the
/// service starts once. The tag `service` selects them (surefire's executions in `pom.xml`).
@QuarkusTest
@QuarkusTestResource(EmbeddedTestResource.class)
@Tag("service")
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ServiceTest {}
