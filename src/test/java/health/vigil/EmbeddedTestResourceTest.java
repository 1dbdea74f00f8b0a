package health.vigil;

import jakarta.inject.Inject;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@ServiceTest
class EmbeddedTestResourceTest {
    @Inject
    DataSource database;

    @Test
    void aQuarkusTestHasTheRealDatabase() throws Exception {
        try (var connection = database.getConnection()) {
            assertThat(connection.getMetaData().getDatabaseMajorVersion()).isEqualTo(18);
        }
    }
}
