package health.vigil.wire;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;

/// One start of the service for all tests of this package.
public final class HospitalProfile implements QuarkusTestProfile {
    /// The servers of the other tests.
    @Override
    public boolean disableGlobalTestResources() {
        return true;
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(HospitalResource.class));
    }
}
