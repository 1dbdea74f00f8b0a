package health.vigil;

import health.vigil.account.Credentials;
import health.vigil.embedded.TestStack;
import health.vigil.simulation.DemoCommand;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// Gives a Quarkus test a real Kafka, a real PostgreSQL, and the accounts of a first start. All test classes
/// of a JVM share them, so each test uses its own patients, wards and topics.
public final class EmbeddedTestResource implements QuarkusTestResourceLifecycleManager {
    /// The address of this machine to which alerts may be delivered.
    public static final String INNER_HOST = "127.0.0.77";

    /// The ward whose alerts go to the receiver of HL7 messages.
    public static final String PAGED_WARD = "paged ward";

    /// The centre's page on the card for the wallet.
    public static final String CENTRE_PAGE = "https://cart.example.org/home";

    /// Quarkus loads this class in several class loaders; system properties are what they share.
    private static final String FOLDER = "vigil.test-stack.folder";

    private static final String PAGER_PORT = "vigil.test-stack.pager-port";

    @Override
    public Map<String, String> start() {
        var settings = new HashMap<>(TestStack.configuration());
        try {
            settings.putAll(Credentials.settings(folder()));
            settings.put("vigil.webhooks.inner-hosts", INNER_HOST);
            settings.put("vigil.alert-stream.heartbeat", "1s");
            settings.put("vigil.plan.grace", "1S");
            settings.put("vigil.outpatient.enabled", "true");
            settings.put("vigil.context.card.page", CENTRE_PAGE);
            settings.put("vigil.exchange.locations.HEM", "reported stays");
            settings.put("vigil.exchange.wards", "reported stays");
            settings.put("vigil.fhir.cors-origins", "https://app.example");
            settings.put("vigil.exchange.infusion-admits", "true");
            settings.putAll(DemoCommand.settings(0));
            settings.put("vigil.hl7.senders.lab.addresses", "127.0.0.0/8");
            settings.put("vigil.hl7.senders.lab.application", "LAB");
            settings.put("vigil.hl7.senders.lab.patient-authority", "HOSP");
            settings.put("vigil.hl7.alerts.pager.host", INNER_HOST);
            settings.put("vigil.hl7.alerts.pager.port", Integer.toString(pagerPort()));
            settings.put("vigil.hl7.alerts.pager.plain", "true");
            settings.put("vigil.hl7.alerts.pager.wards", PAGED_WARD);
            settings.put("vigil.hl7.alerts.pager.priorities", "high");
            settings.put("vigil.hl7.alerts.pager.application", "PAGER");
            settings.put("vigil.hl7.alerts.pager.patient-authority", "HOSP");
            settings.put("vigil.hl7.alerts.pager.patience", "2S");
            settings.put("vigil.hl7.senders.monitors.addresses", "127.0.0.0/8");
            settings.put("vigil.hl7.senders.monitors.application", "MON");
            settings.put("vigil.hl7.senders.monitors.role", "device");
            settings.put("vigil.hl7.senders.monitors.identify-by", "both");
            settings.put("vigil.hl7.senders.monitors.patient-authority", "HOSP");
            settings.put(
                    "vigil.protocol.file",
                    Path.of("src/test/resources/protocol/rows.json")
                            .toAbsolutePath()
                            .toString());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return settings;
    }

    /// The port of the pager, which no other socket of the tests gets: a socket that does not listen keeps it
    /// until the JVM ends. So connections are refused while no test listens there.
    private static synchronized int pagerPort() throws IOException {
        if (System.getProperty(PAGER_PORT) == null) {
            var keeper = new Socket();
            keeper.setReuseAddress(true);
            keeper.bind(new InetSocketAddress(InetAddress.getByName(INNER_HOST), 0));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> close(keeper)));
            System.setProperty(PAGER_PORT, Integer.toString(keeper.getLocalPort()));
        }
        return Integer.getInteger(PAGER_PORT);
    }

    private static void close(Socket keeper) {
        try {
            keeper.close();
        } catch (IOException closed) {
            throw new UncheckedIOException(closed);
        }
    }

    private static Path folder() {
        if (System.getProperty(FOLDER) == null) {
            System.setProperty(FOLDER, TestStack.folder().toString());
        }
        return Path.of(System.getProperty(FOLDER));
    }

    /// The servers run until the JVM ends, because the next test class needs them.
    @Override
    public void stop() {}
}
