package health.vigil.monitor.loop;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/// Runs a monitor on the shared bench during the tests of a class.
final class OneMonitor implements BeforeAllCallback {
    @Override
    public void beforeAll(ExtensionContext tests) {
        var running = MonitorBench.shared().run();
        tests.getStore(Namespace.create(OneMonitor.class, tests.getUniqueId())).put(RunningMonitor.class, running);
    }
}
