package health.vigil.embedded;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FolderLockTest {
    @TempDir
    private Path data;

    @Test
    void twoServicesDoNotShareAFolder() throws Exception {
        try (var _ = FolderLock.take(data)) {
            assertThatThrownBy(() -> FolderLock.take(data)).hasMessageContaining("already running in " + data);
        }
    }

    @Test
    void theNextServiceMayHaveIt() throws Exception {
        FolderLock.take(data).close();

        try (var next = FolderLock.take(data)) {
            assertThat(next).isNotNull();
        }
    }
}
